import { type ContractTasks, contractTasks } from './contract-tasks.ts';
import type { ContractThread } from './create-contract-thread.ts';

/** From here on the work is long enough to be felt by others, and longer than handing it over. */
const longText = 20_000;
const largeFile = 100_000;

/**
 * Small contracts are dealt with here and now, long ones and PDFs in a thread, and scanned ones in another: they take
 * minutes, and the long ones would wait for them.
 */
export function threadedTasks(
  { run }: Pick<ContractThread, 'run'>,
  recognition: Pick<ContractThread, 'run'>,
): ContractTasks {
  const small = contractTasks;
  return {
    read: (...input) => (input[1].length > largeFile || isPdf(input[1]) ? run('read', input) : small.read(...input)),
    recognise: (name, bytes, watch) => recognition.run('recognise', [name, bytes], watch),
    review: (...input) => (input[0].length > longText ? run('review', input) : small.review(...input)),
    annotateDocx: (...input) =>
      input[0].length > largeFile ? run('annotateDocx', input) : small.annotateDocx(...input),
    annotateText: (...input) =>
      input[0].length > longText ? run('annotateText', input) : small.annotateText(...input),
  };
}

/** A PDF of two kilobytes may take minutes and gigabytes to draw: the thread has an end to both. */
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('%PDF');
