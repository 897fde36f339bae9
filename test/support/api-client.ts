/** A signed-in caller of the HTTP API, as a script of a user would be. */
export interface ApiClient {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body?: unknown): Promise<Body>;
  /** The raw answer, refusals included. `body` goes as JSON, a form as it is. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

async function signedIn(url: string, path: string, body: Record<string, string>): Promise<ApiClient> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send = (method: string, at: string, content?: unknown) => {
    const headers = { cookie, origin: url };
    if (content === undefined) return fetch(`${url}${at}`, { method, headers });
    if (content instanceof FormData) return fetch(`${url}${at}`, { method, headers, body: content });
    const typed = { ...headers, 'content-type': 'application/json' };
    return fetch(`${url}${at}`, { method, headers: typed, body: JSON.stringify(content) });
  };
  const json = async <Body>(method: string, at: string, content?: unknown): Promise<Body> => {
    const answer = await send(method, at, content);
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`);
    // The caller names the shape that the contract gives for this route.
    return (await answer.json()) as Body;
  };
  return { send, get: (at) => json('GET', at), post: (at, content) => json('POST', at, content) };
}

export const signIn = (url: string, credentials: { email: string; password: string }): Promise<ApiClient> =>
  signedIn(url, '/api/auth/sign-in/email', credentials);

export const signUp = (url: string, account: { name: string; email: string; password: string }): Promise<ApiClient> =>
  signedIn(url, '/api/auth/sign-up/email', account);
