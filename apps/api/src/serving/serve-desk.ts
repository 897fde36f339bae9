import { createApp } from '../app.ts';
import { openAuthentication } from '../auth/open-authentication.ts';
import type { ComposedDesk } from '../compose/compose-desk.ts';
import { removeServerFile, writeServerFile } from '../data-folder/server-file.ts';
import { listen } from './listen.ts';

const minute = 60 * 1000;

export type ServedDesk = {
  url: string;
  /** Stops accepting, ends streams, gives running jobs their grace, dumps, closes. */
  stop(): Promise<void>;
};

/** Puts a composed desk on a port and lets its worker run. */
export async function serveDesk(desk: ComposedDesk, at: { host: string; port: number }): Promise<ServedDesk> {
  const { deps, worker } = desk;
  const app = createApp({ ...deps, authentication: await openAuthentication(desk) });
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  // Nothing is answered before the token is written down and the worker runs: who is answered may rely on both.
  const listening = await listen(async (request, env) => {
    await isOpen;
    return app.fetch(request, env);
  }, at);
  await writeServerFile(deps.dataFolder, { url: listening.url, token: deps.localToken, pid: process.pid });
  await worker.start();
  open();
  // In the background: a large corpus may have to be indexed anew, and what needs the index waits for it.
  let refreshing = Promise.resolve();
  const refreshIndex = () => {
    refreshing = deps.verbs.openIndex({ signal: deps.closing }).catch((err: unknown) => {
      if (!deps.closing.aborted) deps.logger.error({ err }, 'the index could not be opened');
    });
  };
  refreshIndex();
  await desk.startReviewLaws();
  // Another replica may have changed the corpus.
  const refresh = deps.database.engine === 'postgres' ? setInterval(refreshIndex, minute) : undefined;
  const dumps = setInterval(
    () => {
      desk.startDump().catch((err: unknown) => deps.logger.error({ err }, 'dump could not be scheduled'));
    },
    6 * 60 * minute,
  );
  return {
    url: listening.url,
    async stop() {
      clearInterval(dumps);
      clearInterval(refresh);
      await removeServerFile(deps.dataFolder);
      desk.endStreams();
      await Promise.all([listening.close(), worker.stop(), refreshing]);
      await deps.database.dump().catch((err: unknown) => deps.logger.error({ err }, 'the dump at shutdown failed'));
      await desk.close();
    },
  };
}
