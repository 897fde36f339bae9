import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentError } from '../document-error.ts';
import { openPdf } from '../sent/pdf/open-pdf.ts';
import { pagePicture } from '../sent/pdf/page-picture.ts';
import type { GreyPicture } from '../sent/pdf/write-png.ts';
import type { Ocr } from '../sent/sent-file.ts';
import { pictureAsPdf } from './picture-as-pdf.ts';

export interface Recogniser {
  /** Takes PNG and JPEG; one picture is read at a time, in a thread of its own. */
  ocr: Ocr;
  close(): Promise<void>;
}

/** Of a photo; more is not unpacked. */
const maxPixels = 60_000_000;

/**
 * Reads simplified Chinese print with Tesseract, whose engine and data come with the optional packages `tesseract-wasm` and
 * `@tesseract.js-data/chi_sim`; null where these are not installed. Nothing is fetched. The thread, which takes some 400 MB,
 * is started by the first picture and ends when none has come for `idleMs`.
 */
export function createRecogniser({ idleMs = 60_000 } = {}): Recogniser | null {
  const files = installed();
  if (!files) return null;
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  const read = async (image: Uint8Array, signal: AbortSignal | undefined): Promise<string> => {
    signal?.throwIfAborted();
    const picture = await greyPicture(image);
    signal?.throwIfAborted();
    clearTimeout(timer);
    // What the engine prints about its own settings is of no use to anybody.
    worker ??= new Worker(new URL('./recogniser-thread.mjs', import.meta.url), {
      ...{ workerData: files, stdout: true, stderr: true },
    });
    const busy = worker;
    busy.ref();
    try {
      return await answer(busy, picture, signal);
    } catch (cause) {
      await stop();
      throw cause;
    } finally {
      // A thread that waits keeps no process from ending.
      busy.unref();
      timer = setTimeout(() => void stop(), idleMs).unref();
    }
  };
  return {
    ocr(image, { signal }) {
      const reading = last.then(() => read(image, signal));
      last = reading.catch(() => undefined);
      return reading;
    },
    close: stop,
  };
}

function installed(): { engine: string; model: string } | null {
  const { resolve } = createRequire(import.meta.url);
  try {
    const engine = path.join(path.dirname(resolve('tesseract-wasm')), 'tesseract-core.wasm');
    return { engine, model: resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz') };
  } catch {
    return null;
  }
}

async function answer(worker: Worker, picture: GreyPicture, signal: AbortSignal | undefined): Promise<string> {
  const done = new AbortController();
  const { signal: until } = done;
  try {
    return await new Promise<string>((resolve, reject) => {
      const fail = (cause: unknown) => reject(cause);
      const ended = (code: number) => reject(new Error(`the thread that reads pictures ended with code ${code}`));
      worker.on('message', resolve).on('error', fail).on('exit', ended);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: until });
      until.addEventListener('abort', () => worker.off('message', resolve).off('error', fail).off('exit', ended));
      worker.postMessage(picture);
    });
  } finally {
    done.abort();
  }
}

async function greyPicture(image: Uint8Array): Promise<GreyPicture> {
  const pdf = pictureAsPdf(image);
  if (!pdf) throw new DocumentError('unsupported', '只能识别 JPEG 和不带透明度的 PNG 图片，请转换后再上传');
  const { pdfjs, opened, close } = await openPdf(pdf, { maxPixels });
  try {
    const picture = await pagePicture(await (await opened).getPage(1), pdfjs, () => true);
    if (!picture) throw new DocumentError('corrupt', '图片已损坏，或者太大，无法读取');
    return picture;
  } finally {
    await close();
  }
}
