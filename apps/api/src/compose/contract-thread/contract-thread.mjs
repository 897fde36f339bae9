import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { contractTasks } = await import('./contract-tasks.ts');

const onProgress = (progress) => parentPort.postMessage({ progress });

parentPort.on('message', async ({ name, input }) => {
  try {
    const watched = name === 'recognise' ? [...input, { onProgress }] : input;
    parentPort.postMessage({ result: await contractTasks[name](...watched) });
  } catch (error) {
    const { code = null, message } = error;
    parentPort.postMessage({ error: { isDocumentError: error.name === 'DocumentError', code, message } });
  }
});
