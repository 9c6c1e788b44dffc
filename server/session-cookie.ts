import type { ServerResponse } from 'node:http';

/** SE2. The cookie that holds a session's secret. `secure`: the server is reached by https alone. */
export function sessionCookie(secure: boolean) {
  const name = secure ? '__Host-turnward' : 'turnward';
  const bound = secure ? '; Secure' : '';
  const set = (response: ServerResponse, value: string, seconds: number) =>
    void response.appendHeader(
      'Set-Cookie',
      `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${bound}`,
    );
  return {
    set,
    clear: (response: ServerResponse) => set(response, '', 0),
    secretIn(header: string | undefined): string | undefined {
      for (const part of header?.split(';') ?? []) {
        const [key, value] = part.trim().split('=', 2);
        if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
      }
      return undefined;
    },
  };
}
