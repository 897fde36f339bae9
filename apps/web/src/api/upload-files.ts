import { z } from 'zod';
import { errorOfResponse } from './request.ts';
import { RequestError } from './request-error.ts';

const accepted = z.object({ jobId: z.string() });

/** Sends files for ingestion, telling how much of them has left this machine (0…1). `fetch` cannot tell that. */
export function uploadFiles(
  input: { files: readonly File[]; kind: 'laws' | 'cases' },
  options: { signal: AbortSignal; onSent: (part: number) => void },
): Promise<string> {
  const form = new FormData();
  // A file of a chosen folder is told apart from its namesakes by its path.
  for (const file of input.files) form.append('files', file, file.webkitRelativePath || file.name);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `/api/corpus/ingest?kind=${input.kind}`);
    call.setRequestHeader('accept', 'application/json');
    call.setRequestHeader('accept-language', document.documentElement.lang);
    call.upload.onprogress = (event) => event.lengthComputable && options.onSent(event.loaded / event.total);
    call.onerror = () => reject(new RequestError('offline', ''));
    call.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    call.onload = () => {
      const body = readJson(call.responseText);
      if (call.status < 200 || call.status >= 300) return reject(errorOfResponse(call.status, body));
      const parsed = accepted.safeParse(body);
      if (parsed.success) resolve(parsed.data.jobId);
      else reject(new RequestError('unreadable', '', { status: call.status }));
    };
    options.signal.addEventListener('abort', () => call.abort());
    call.send(form);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
