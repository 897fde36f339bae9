import { findAll, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const JOINT = /(?:连带(?:责任)?(?:保证|担保|清偿|责任|还款)|(?:保证|担保)(?:方式)?[^。；，]{0,8}连带)/gu;
const GENERAL = /一般保证/gu;
/** The debtor is to be sued first, so the guarantee is a general one whatever it is called. */
const DEBTOR_FIRST =
  /(?:先|首先|须先|应先|应当先)[^。；]{0,24}(?:诉讼|起诉|仲裁|强制执行|处置|执行)[^。；]{0,40}(?:不足|不能清偿|未能清偿|不能受偿|仍未|无法|方可|才能?|之后)[^。；]{0,24}|(?:强制执行|执行)[^。；]{0,16}(?:仍?不足|仍?不能|无法|无财产)[^。；]{0,20}(?:方可|方能|才能?|再)[^。；]{0,16}(?:保证人|担保人|丙方|保证)/gu;
/** The guarantor may be asked at once. */
const AT_ONCE =
  /(?:直接|无需先|不必先|无须先|任意选择|任选)[^。；]{0,20}(?:向|要求|请求)?(?:保证人|担保人|丙方)[^。；]{0,10}(?:承担|主张|清偿|代为|要求|追偿|付)|(?:保证人|担保人|丙方)[^。；]{0,6}放弃先诉抗辩|(?:绕[过开]|跳过|越过|不找)[^。；，]{1,8}(?:直接)?[找向][^。；，]{1,8}(?:要|讨|收)/gu;
const NOT_THIS = /不(?:是|为|构成|承担)|并非|无需先|不必先|无须先|抵押物|抵押房/u;

/** A guarantee that is joint and several in one place and general in another. */
export function readGuaranteeMode({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'loan') return [];
  const find = (pattern: RegExp) => findAll(sentences, pattern).filter(({ match }) => !NOT_THIS.test(match[0]));
  const [joint, general, after] = [find(JOINT)[0], find(GENERAL)[0], find(DEBTOR_FIRST)[0]];
  const [atOnce] = findAll(sentences, AT_ONCE);
  if (joint && after) return [reading(1, joint, '一处写连带责任保证，另一处却要先对债务人起诉、执行，那是一般保证')];
  if (joint && general && joint.sentence !== general.sentence)
    return [reading(1, general, '一处写连带责任保证，另一处写一般保证')];
  return general && atOnce
    ? [reading(1, atOnce, '一处写一般保证，另一处却可以直接要求保证人承担，那是连带责任保证')]
    : [];
}
