import type { WritableAnswer } from './answer.ts';
import { printable } from './printable.ts';

/** Annex E of GB 45438-2025: the seven elements, in its order. All values are strings. */
export interface ImplicitLabel {
  Label: '1';
  ContentProducer: string;
  ProduceID: string;
  ReservedCode1: string;
  ContentPropagator: string;
  PropagateID: string;
  ReservedCode2: string;
}

/** What a reader sees at the head and at the end: who made the text and whether a person answers for it. */
export function explicitLabel({ madeByAi, approval }: Pick<WritableAnswer, 'madeByAi' | 'approval'>): string {
  if (approval === null) return madeByAi ? '本文由人工智能生成，未经人工核准' : '本文是草稿，未经核准';
  const approved = `经 ${printable(approval.by).replaceAll('\n', ' ')} 于 ${dayInChina(approval.at)} 核准`;
  return madeByAi ? `由人工智能辅助生成，${approved}` : approved;
}

/**
 * What a program reads; null where no machine had a part. It stays after an approval, for the text still came from where
 * it came from. The elements of propagation repeat those of production, as the standard asks of who writes them first.
 */
export function implicitLabel({
  madeByAi,
  producer,
  id,
  contentHash,
}: Pick<WritableAnswer, 'madeByAi' | 'producer' | 'id' | 'contentHash'>): ImplicitLabel | null {
  if (!madeByAi) return null;
  const ContentProducer = elementText(producer);
  const ProduceID = elementText(id);
  return {
    Label: '1',
    ContentProducer,
    ProduceID,
    ReservedCode1: elementText(contentHash),
    ContentPropagator: ContentProducer,
    PropagateID: ProduceID,
    ReservedCode2: '',
  };
}

/** Only the characters that Annex E wants: 0x21, 0x23–0x5B, 0x5D–0x7E. */
const elementText = (text: string) => text.replace(/[^!#-[\]-~]/g, '');

/** 2026年11月23日, by the calendar in China (UTC+8, no summer time). */
export function dayInChina(moment: Date): string {
  const day = new Date(moment.getTime() + 8 * 3_600_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}
