import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { contractTasks } = await import('./contract-tasks.ts');

parentPort.on('message', async ({ name, input }) => {
  try {
    parentPort.postMessage({ result: await contractTasks[name](...input) });
  } catch (error) {
    const { code = null, message } = error;
    parentPort.postMessage({ error: { isDocumentError: error.name === 'DocumentError', code, message } });
  }
});
