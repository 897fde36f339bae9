import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runThread } = await import('./train-weights.ts');
runThread(workerData.job, workerData.number);
