import path from 'node:path';
import { CommandError } from '../command-error.ts';
import { remark } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import type { DeskAccess } from './desk-access.ts';
import { findServer } from './find-server.ts';
import { connectToServer } from './server-client.ts';

/** Where the desk is: `--data`, else the environment. Only light modules are loaded here, so that bad usage is quick. */
export async function readPlace(data: string | undefined) {
  const { readEnvironment } = await import('@lutai/api/env');
  const environment = readEnvironment();
  return data === undefined ? environment : { ...environment, dataFolder: path.resolve(data) };
}

/** Opens the desk (or talks to the server that has it open), does the work, and closes it whatever happens. */
export async function withDesk<Result>(
  data: string | undefined,
  work: (desk: DeskAccess) => Promise<Result>,
): Promise<Result> {
  const environment = await readPlace(data);
  const server = environment.databaseUrl === null ? await findServer(environment.dataFolder) : null;
  const desk = server === null ? await openDirectly(environment) : connectToServer(server);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

async function openDirectly(environment: Awaited<ReturnType<typeof readPlace>>): Promise<DeskAccess> {
  const { openDeskDirectly } = await import('./open-desk-directly.ts');
  return openDeskDirectly(environment);
}

/** As `withDesk`, for what needs laws: an empty corpus is filled with the starter corpus, which is said openly. */
export async function withCorpus<Result>(
  data: string | undefined,
  work: (desk: DeskAccess) => Promise<Result>,
): Promise<Result> {
  return withDesk(data, async (desk) => {
    if (await isEmpty(desk)) {
      remark('知识库是空的，先载入随附的入门法规与案例（只此一次）……');
      const progress = createProgress();
      const { signal } = new AbortController();
      await desk.loadStarterCorpus({ signal, onProgress: progress.show }).finally(progress.stop);
    }
    if (await isEmpty(desk)) {
      throw new CommandError('not-ready', '知识库是空的。请先导入法规，例如：lutai ingest ../laws');
    }
    return work(desk);
  });
}

async function isEmpty(desk: DeskAccess): Promise<boolean> {
  const { provisions, cases } = await desk.status();
  return provisions === 0 && cases === 0;
}
