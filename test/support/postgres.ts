import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TestPostgres {
  /** The maintenance database; suites create databases of their own beside it. */
  url: string;
  stop(): void;
}

/** Folders where a PostgreSQL server's programs are looked for: PATH's pg_config first, then Debian's. */
function serverPrograms(): string | null {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [asked.status === 0 ? asked.stdout.trim() : '', ...versions.map((v) => path.join(debian, v, 'bin'))];
  return (
    folders.find(
      (folder) => folder && existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')),
    ) ?? null
  );
}

/** Starts a PostgreSQL of its own on a free loopback port, or gives null where none is installed. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const programs = serverPrograms();
  if (!programs) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'lutai-postgres-'));
  // The server refuses to run as root; `nobody` exists on every Linux.
  const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in identity) chownSync(folder, 65534, 65534);
  const data = path.join(folder, 'data');
  const options = { ...identity, cwd: folder, stdio: 'pipe' as const, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  const port = await freePort();
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'lutai', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  execFileSync(
    path.join(programs, 'pg_ctl'),
    ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start'],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  return {
    url: `postgres://lutai@127.0.0.1:${port}/postgres`,
    stop() {
      spawnSync(path.join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A loopback port that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
