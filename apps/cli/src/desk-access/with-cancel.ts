import { Cancelled } from '../command-error.ts';

/** Runs work that Ctrl-C cancels; a second Ctrl-C ends the process at once. */
export async function withCancel<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const cancel = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) throw new Cancelled('已取消。', { cause: error });
    throw error;
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}
