import type { z } from 'zod';
import { errorOfResponse } from './request.ts';
import { RequestError } from './request-error.ts';

export interface SendOptions {
  signal: AbortSignal;
  /** How much of it has left this machine (0…1). */
  onSent: (part: number) => void;
}

/** Posts files, telling how much of them is sent, which `fetch` cannot tell. Rejects as `request` does. */
export function sendForm<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  form: FormData,
  { signal, onSent }: SendOptions,
): Promise<z.output<Schema>> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.setRequestHeader('accept', 'application/json');
    call.setRequestHeader('accept-language', document.documentElement.lang);
    call.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total);
    call.onerror = () => reject(new RequestError('offline', ''));
    call.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    call.onload = () => {
      const body = readJson(call.responseText);
      if (call.status < 200 || call.status >= 300) return reject(errorOfResponse(call.status, body));
      const parsed = schema.safeParse(body);
      if (parsed.success) resolve(parsed.data);
      else reject(new RequestError('unreadable', '', { status: call.status, cause: parsed.error }));
    };
    signal.addEventListener('abort', () => call.abort());
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
