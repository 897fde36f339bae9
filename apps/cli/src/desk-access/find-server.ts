import { readServerFile, type ServerFile } from '@lutai/api/server-file';

const patienceMs = 10_000;

/** The server that runs on the data folder, or null. A file that a crash left behind names no living server. */
export async function findServer(dataFolder: string): Promise<ServerFile | null> {
  const server = await readServerFile(dataFolder);
  if (server === null || !isAlive(server.pid)) return null;
  const answered = await fetch(`${server.url}/api/local/ping`, {
    headers: { authorization: `Bearer ${server.token}` },
    signal: AbortSignal.timeout(patienceMs),
  }).then(
    (answer) => answer.ok,
    () => false,
  );
  return answered ? server : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
