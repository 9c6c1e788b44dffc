/** One line of a transcript: `a> command {...}`, `b< ok {...}`, `! the server restarts`, `given a couple`. */
export type Line = { at: number; text: string } & (
  | { by: 'given'; what: string }
  | { by: '!'; what: string }
  | { by: 'sends'; who: string; verb: string; rest: string }
  | { by: 'gets'; who: string; verb: string; rest: string }
);

export type Transcript = { heading: string; rules: string[]; lines: Line[] };

/** The blocks of PROTOCOL.md that begin with `given`, each with the heading that it stands under. */
export function transcriptsIn(markdown: string): Transcript[] {
  const found: Transcript[] = [];
  let heading = '';
  let prose = '';
  let block: { at: number; text: string }[] | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    if (text.startsWith('## ')) [heading, prose] = [text.slice(3), ''];
    if (!text.startsWith('```')) {
      if (block) block.push({ at: index + 1, text });
      else prose += `${text} `;
      continue;
    }
    if (block?.[0]?.text.startsWith('given ')) {
      found.push({ heading, rules: prose.match(/\b[A-Z]{2}\d+\b/g) ?? [], lines: joined(block).map(lineOf) });
    }
    block = block ? undefined : [];
    if (!block) prose = '';
  }
  return found;
}

/** A line that begins with a blank goes on with the one before it. */
function joined(block: { at: number; text: string }[]): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  for (const { at, text } of block) {
    const last = lines.at(-1);
    if (text.startsWith(' ') && last) last.text += ` ${text.trim()}`;
    else lines.push({ at, text });
  }
  return lines;
}

function lineOf({ at, text }: { at: number; text: string }): Line {
  const around = /^(given|!) (.+)$/.exec(text);
  if (around?.[1] && around[2]) return { at, text, by: around[1] as 'given' | '!', what: around[2] };
  const said = /^(\w+)([<>]) (\S+) ?(.*)$/.exec(text);
  if (!said) throw new Error(`PROTOCOL.md line ${at} can't be read: ${text}`);
  const [, who = '', way, verb = '', rest = ''] = said;
  return { at, text, by: way === '>' ? 'sends' : 'gets', who, verb, rest };
}
