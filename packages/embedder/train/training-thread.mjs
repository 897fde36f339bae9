import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runTask } = await import('./thread-task.ts');
const result = await runTask(workerData, (progress) => parentPort.postMessage({ progress }));
parentPort.postMessage({ result }, result ? [result.scales.buffer, result.vectors.buffer] : []);
