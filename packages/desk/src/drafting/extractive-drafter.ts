import { answerText, conclusionPlaceholder } from './answer-text.ts';
import { insufficientText, judgeBasis } from './basis.ts';
import { claimsOf } from './claims-of.ts';
import type { Drafter, DraftingInput, WrittenDraft } from './drafter.ts';
import { nearCase } from './near-case.ts';
import { pickProvisions } from './pick-provisions.ts';

export const withoutModelNotice =
  '本草稿未使用语言模型：由检索到的法条、相近的已答案例和该领域的办事资料整理而成，请承办人核对后再发出。';

/** The drafter that needs no language model: it arranges what was found and says nothing of its own. */
export function createExtractiveDrafter(): Drafter {
  return {
    kind: 'extractive',
    draft: async (input, { onText }) => {
      const written = write(input);
      onText?.(written.text);
      return written;
    },
  };
}

function write(input: DraftingInput): WrittenDraft {
  const made = { model: null, promptVersion: null };
  const basis = judgeBasis(input);
  if (!basis.enough) {
    return {
      ...made,
      outcome: 'insufficient-basis',
      text: insufficientText(basis.because),
      claims: [],
      missingFacts: [],
      deadlines: [],
      provisions: [],
      notices: [withoutModelNotice, '没有找到足以答复的法律依据，已转由人工处理。'],
    };
  }
  const { guidance, today } = input;
  const provisions = pickProvisions(input.hits);
  const near = nearCase(input.cases, input.hits);
  const conclusion =
    near === null
      ? `${conclusionPlaceholder}\n\n您的情况可能适用下面列出的规定，具体结论会在核对事实后告诉您。`
      : `我们此前答复过与您情况相近的问题，参照当时的答复：\n\n${near.conclusion}\n\n如果您的情况与此不同，结论可能会有变化。`;
  return {
    ...made,
    outcome: near === null && guidance.missingFacts.length > 0 ? 'needs-facts' : 'answered',
    text: answerText({ conclusion, provisions, guidance, today }),
    claims: claimsOf({ sentences: near === null ? [] : [near.conclusion], provisions, guidance }),
    missingFacts: guidance.missingFacts,
    deadlines: guidance.deadlines.slice(0, 8),
    provisions,
    notices: [
      withoutModelNotice,
      near === null
        ? `没有足够相近的已答案例，结论留给承办人：请替换“${conclusionPlaceholder}”一段。`
        : `结论取自相近的已答案例“${near.found.title}”（相似度${near.found.score.toFixed(2)}），请承办人确认它适用于本事项。`,
    ],
  };
}
