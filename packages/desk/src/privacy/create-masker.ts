import type { Mask } from '@lutai/contracts';
import { findNames } from './find-names.ts';
import type { Span } from './find-numbers.ts';
import { apart, findSpans } from './find-personal-data.ts';
import { createKnownWords } from './known-originals.ts';
import { exactToken, likeTokens, tokenOf } from './tokens.ts';

export type UnmaskedReply = {
  text: string /** Tokens that this masker never issued, each once, as written. */;
  unknown: string[];
};

export type Masker = {
  /** `unmask(mask(text))` is `text`, whatever it holds: what looks like a token in it is masked itself. */
  mask(text: string): string;
  /** As `mask`, but the tokens that this masker has issued stay: for a text that is put together from masked parts. */
  maskRest(text: string): string;
  /** As `maskRest`, but nothing that looks like a token is touched: for our own instructions, which may speak of tokens. */
  maskInstructions(text: string): string;
  /** Puts back what exact tokens stand for. */
  unmask(text: string): string;
  /** Puts back what tokens stand for, garbled ones too (「[姓名1]」, 「〔 姓名1 〕」, 「姓名1」). `write` says how an original is written. */
  unmaskReply(text: string, write?: (original: string) => string): UnmaskedReply;
  /** Everything that was masked so far, in the order of its first mention; `count` over all texts. */
  masks(): Mask[];
};

/** What becomes of tokens, and of what looks like one, in a text that is masked. */
type Looks = 'mask all' | 'keep issued' | 'keep all';

/**
 * Masks personal data so that it can be put back. The same words get the same token in every text of one masker. `names` are
 * those that are known already, such as the client's own. Province, city and county stay: they decide which court and rules.
 */
export function createMasker(options: { names?: readonly string[] } = {}): Masker {
  const names = options.names ?? [];
  const issued = new Map<string, Mask>();
  const byOriginal = new Map<string, Mask>();
  const numbers = new Map<string, number>();
  const reserved = new Set<string>();
  const words = createKnownWords();

  function maskOf(kind: string, original: string): Mask {
    const key = `${kind} ${original}`;
    const known = byOriginal.get(key);
    if (known) return known;
    let number = numbers.get(kind) ?? 0;
    do number += 1;
    while (reserved.has(tokenOf(kind, number)));
    numbers.set(kind, number);
    const mask = { kind, token: tokenOf(kind, number), original, count: 0 };
    byOriginal.set(key, mask);
    issued.set(mask.token, mask);
    if (kind !== '原文') words.add(original, kind);
    return mask;
  }

  /** What stands after one round may read as a name or an address in the next; it settles at once or nearly so. */
  function settle(text: string, looks: Looks): string {
    let result = maskOnce(text, looks);
    for (let round = 0, before = text; round < 4 && result !== before; round++) {
      before = result;
      result = maskOnce(result, looks === 'mask all' ? 'keep issued' : looks);
    }
    return result;
  }

  function maskOnce(text: string, looks: Looks): string {
    const tokens = likeTokens(text);
    const isKept = ({ kind, number }: { kind: string; number: number }) =>
      looks === 'keep all' || (looks === 'keep issued' && issued.has(tokenOf(kind, number)));
    const kept = tokens.filter(isKept).map(({ start, end }) => ({ kind: '', start, end }));
    const copied = tokens.filter((token) => !isKept(token));
    for (const { kind, number } of copied) {
      const token = tokenOf(kind, number);
      if (!issued.has(token)) reserved.add(token);
    }
    const spans = findSpans(text, kept);
    for (const { name } of findNames(text, names)) words.add(name, '姓名');
    for (const { kind, start, end } of spans) if (kind !== '') words.add(text.slice(start, end), kind);
    const literal = copied.map(({ start, end }) => ({ kind: '原文', start, end }));
    return replace(text, apart([spans, withKnown(text, spans), literal]));
  }

  /** Known words between the spans. */
  function withKnown(text: string, spans: readonly Span[]): Span[] {
    const found: Span[] = [];
    let from = 0;
    for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
      for (const span of words.find(text, from, start)) found.push(span);
      from = end;
    }
    return found;
  }

  function replace(text: string, spans: readonly Span[]): string {
    const pieces: string[] = [];
    let done = 0;
    for (const { kind, start, end } of spans) {
      pieces.push(text.slice(done, start));
      done = end;
      const original = text.slice(start, end);
      if (kind === '') {
        pieces.push(original);
        continue;
      }
      const mask = maskOf(kind, original);
      mask.count += 1;
      pieces.push(mask.token);
    }
    return pieces.join('') + text.slice(done);
  }

  return {
    mask: (text) => settle(text, 'mask all'),
    maskRest: (text) => settle(text, 'keep issued'),
    maskInstructions: (text) => settle(text, 'keep all'),
    unmask: (text) => text.replace(exactToken, (token) => issued.get(token)?.original ?? token),
    unmaskReply(text, write = (original) => original) {
      const pieces: string[] = [];
      const unknown = new Set<string>();
      let done = 0;
      for (const { start, end, kind, number, bracketed } of likeTokens(text)) {
        const original = issued.get(tokenOf(kind, number))?.original;
        if (original === undefined) {
          if (bracketed) unknown.add(text.slice(start, end));
          continue;
        }
        pieces.push(text.slice(done, start), write(original));
        done = end;
      }
      return { text: pieces.join('') + text.slice(done), unknown: [...unknown] };
    },
    masks: () => [...issued.values()].map((mask) => ({ ...mask })),
  };
}
