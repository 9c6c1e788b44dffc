/**
 * Compiles a message into the tokens that Lingui formats. Lingui ships no compiler to production; its own would cost the
 * start page more than all our sentences. Understands what our catalogues use: `{name}`, `{n, plural, one {…} other {…}}`
 * and `{x, select, …}`. Apostrophes are ordinary letters: messages use ’ and never need to quote a brace.
 */
export type Token = string | [name: string] | [name: string, type: string, cases: Record<string, Token[]>];

const compiled = new Map<string, Token[]>();

export function compile(message: string): Token[] {
  let tokens = compiled.get(message);
  if (!tokens) {
    tokens = parse(message, 0, false).tokens;
    compiled.set(message, tokens);
  }
  return tokens;
}

/** Reads up to the end of the message or to the brace that closes this part. */
function parse(message: string, from: number, counting: boolean): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let text = '';
  let at = from;
  const settle = () => {
    if (text) tokens.push(text);
    text = '';
  };
  for (; at < message.length && message[at] !== '}'; at += 1) {
    const letter = message[at];
    if (letter === '{') {
      settle();
      const argument = parseArgument(message, at + 1);
      tokens.push(argument.token);
      at = argument.end;
    } else if (letter === '#' && counting) {
      settle();
      tokens.push('#');
    } else {
      text += letter;
    }
  }
  settle();
  return { tokens, end: at };
}

function parseArgument(message: string, from: number): { token: Token; end: number } {
  const [name = '', type] = message
    .slice(from, closing(message, from))
    .split(',', 2)
    .map((part) => part.trim());
  if (type === undefined) return { token: [name], end: closing(message, from) };
  const cases: Record<string, Token[]> = {};
  let at = message.indexOf(',', message.indexOf(',', from) + 1) + 1;
  for (;;) {
    const open = message.indexOf('{', at);
    const end = closing(message, at);
    if (open === -1 || end < open) return { token: [name, type, cases], end };
    const key = message.slice(at, open).trim().replace(/^=/, '');
    const part = parse(message, open + 1, type === 'plural');
    cases[key] = part.tokens;
    at = part.end + 1;
  }
}

function closing(message: string, from: number): number {
  const at = message.indexOf('}', from);
  if (at === -1) throw new Error(`A brace is missing in the message: ${message}`);
  return at;
}
