/**
 * Latency of the search verb (embedding, fusion and the join with the database included), and of the whole HTTP call,
 * asked one after the other of a real server: `npm run bench:search -- DATA QUESTIONS`, where DATA is a data folder and
 * QUESTIONS a file of JSON lines with a `text`.
 */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { searchResponseSchema } from '@lutai/contracts';
import { z } from 'zod';
import { startServer } from '../support/server.ts';

const warmUp = 20;
const limit = 420;

const [dataDir, file] = process.argv.slice(2);
if (!dataDir || !file) throw new Error('usage: npm run bench:search -- DATA QUESTIONS');
const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean).slice(0, limit);
const questions = lines.map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

const server = await startServer({ dataDir: path.resolve(dataDir) });
const serverFile = z.object({ token: z.string() });
const { token } = serverFile.parse(JSON.parse(await readFile(path.join(dataDir, 'server.json'), 'utf8')));
const verb: number[] = [];
const call: number[] = [];
for (const [index, question] of questions.entries()) {
  const startedAt = performance.now();
  const response = await fetch(`${server.url}/api/local/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ question, k: 10 }),
  });
  const { ms } = searchResponseSchema.parse(await response.json());
  if (index < warmUp) continue;
  verb.push(ms);
  call.push(performance.now() - startedAt);
}
await server.stop();

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)]?.toFixed(1) ?? '–';
console.log(`${verb.length} questions, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`);
console.log('| ms | p50 | p95 | p99 |\n|---|---|---|---|');
for (const [name, values] of Object.entries({ 'search verb': verb, 'HTTP call': call })) {
  console.log(`| ${name} | ${at(values, 0.5)} | ${at(values, 0.95)} | ${at(values, 0.99)} |`);
}
