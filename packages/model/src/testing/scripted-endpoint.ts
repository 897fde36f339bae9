import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a request asked, as far as endpoints differ in it. */
export type AskedBody = {
  model: string;
  messages: { role: string; content: string }[];
  response_format?: { type: string; json_schema?: { name: string } };
  stream?: boolean;
  stream_options?: object;
  input?: string | string[];
};
export type Asked = { path: string; body: AskedBody; headers: IncomingMessage['headers'] };

/** One way in which an endpoint deals with one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void | Promise<void>;

export type ScriptedEndpoint = {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** All requests so far, in order. */
  asked: Asked[];
  /** The n-th request from now on is dealt with by the n-th behaviour; the last one stays. */
  follow(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
};

/** An OpenAI-compatible endpoint on loopback that does what its script says, misbehaviour on the wire included. */
export async function startScriptedEndpoint(): Promise<ScriptedEndpoint> {
  const asked: Asked[] = [];
  let script: Behaviour[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    // Safe for tests: the body is what the package under test wrote.
    const body = (text === '' ? {} : JSON.parse(text)) as AskedBody;
    const one = { path: request.url ?? '', body, headers: request.headers };
    asked.push(one);
    const behaviour = script.length > 1 ? script.shift() : script[0];
    if (behaviour === undefined) return response.writeHead(599).end('the script has nothing for this request');
    await behaviour(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the scripted endpoint has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    asked,
    follow: (...behaviours) => {
      asked.length = 0;
      script = behaviours;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
