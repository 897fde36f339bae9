import path from 'node:path';
import type { ComposedDesk, Environment } from '@lutai/api';
import { CommandError } from '../command-error.ts';
import { findServer } from '../desk-access/find-server.ts';
import { readPlace } from '../desk-access/with-desk.ts';
import { remark } from '../output/print.ts';
import { repository } from '../repository.ts';

export type RunServerInput = {
  data: string | undefined;
  port: number | null;
  host: string | null;
  /** Done before the port opens. */
  prepare: (desk: ComposedDesk, about: { environment: Environment; signal: AbortSignal }) => Promise<void>;
  announce: (served: { url: string; desk: ComposedDesk }) => Promise<void> | void;
};

/** Opens the desk, serves it, and returns when a signal has stopped it in good order. */
export async function runServer(input: RunServerInput): Promise<void> {
  const place = await readPlace(input.data);
  const environment = { ...place, port: input.port ?? place.port, host: input.host ?? place.host };
  const running = place.databaseUrl === null ? await findServer(place.dataFolder) : null;
  if (running) throw new CommandError('busy', `律台已在运行：${running.url}（进程 ${running.pid}）。`);
  const { composeDesk, createLogger, requireFreePort, serveDesk } = await import('@lutai/api');
  await requireFreePort(environment);
  const stopping = stopSignal();
  const desk = await composeDesk({
    ...environment,
    logger: createLogger(environment.logLevel ?? 'info'),
    webFolder: path.join(repository, 'apps/web/dist'),
    repository,
  });
  try {
    await input.prepare(desk, { environment, signal: stopping });
  } catch (error) {
    await desk.close();
    if (stopping.aborted) return;
    throw error;
  }
  const served = await serveDesk(desk, environment);
  await input.announce({ url: served.url, desk });
  await aborted(stopping);
  remark('正在停止：保存数据……');
  await served.stop();
}

/** Aborted by the first SIGTERM or SIGINT; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return controller.signal;
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
