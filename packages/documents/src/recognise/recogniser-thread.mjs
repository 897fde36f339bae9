import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { createOCREngine } from 'tesseract-wasm';

const engine = await createOCREngine({ wasmBinary: await readFile(workerData.engine) });
engine.loadModel(gunzipSync(await readFile(workerData.model)));

parentPort.on('message', ({ width, height, pixels }) => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < pixels.length; at++) data.fill(pixels[at], at * 4, at * 4 + 3);
  engine.loadImage({ data, width, height, colorSpace: 'srgb' });
  parentPort.postMessage(engine.getText());
  engine.clearImage();
});
