import { createApp } from '../app.ts';
import type { ComposedDesk } from '../compose/compose-desk.ts';
import { removeServerFile, writeServerFile } from '../data-folder/server-file.ts';
import { listen } from './listen.ts';

const hour = 60 * 60 * 1000;

export type ServedDesk = {
  url: string;
  /** Stops accepting, ends streams, gives running jobs their grace, dumps, closes. */
  stop(): Promise<void>;
};

/** Puts a composed desk on a port and lets its worker run. */
export async function serveDesk(desk: ComposedDesk, at: { host: string; port: number }): Promise<ServedDesk> {
  const { deps, worker } = desk;
  const app = createApp(deps);
  const listening = await listen(app.fetch, at);
  await writeServerFile(deps.dataFolder, { url: listening.url, token: deps.localToken, pid: process.pid });
  await worker.start();
  const dumps = setInterval(() => {
    desk.startDump().catch((err: unknown) => deps.logger.error({ err }, 'dump could not be scheduled'));
  }, 6 * hour);
  return {
    url: listening.url,
    async stop() {
      clearInterval(dumps);
      await removeServerFile(deps.dataFolder);
      desk.endStreams();
      await Promise.all([listening.close(), worker.stop()]);
      await deps.database.dump().catch((err: unknown) => deps.logger.error({ err }, 'the dump at shutdown failed'));
      await desk.close();
    },
  };
}
