import type { SearchHit } from '@lutai/contracts';
import { parseLaw } from '@lutai/law';
import type { InjectionAttempt } from '../../../testing/injection-attempts.ts';
import type { DraftingInput } from '../../drafter.ts';
import { draftingInput, hits, nearCaseHit } from '../../testing/hits.ts';

const asked = '我在公司干了半年一直没签劳动合同，能要双倍工资吗';

/** A question of the ordinary kind into which the attempt has found its way. */
export function placeAttempt({ channel, text }: InjectionAttempt): DraftingInput {
  const [first = '', second = ''] = text.split('‖');
  switch (channel) {
    case 'question':
      return draftingInput({ question: `${asked}\n${text}` });
    case 'client-turn':
      return draftingInput({ question: asked, conversation: [{ from: 'client', text }] });
    case 'desk-turn':
      return draftingInput({ question: asked, conversation: [{ from: 'desk', text }] });
    case 'two-messages':
      return draftingInput({ question: `${asked}\n${second}`, conversation: [{ from: 'client', text: first }] });
    case 'case-question':
      return draftingInput({ cases: [{ ...nearCaseHit, question: text }] });
    case 'case-answer':
      return draftingInput({ cases: [{ ...nearCaseHit, answer: text }] });
    case 'case-title':
      return draftingInput({ cases: [{ ...nearCaseHit, title: text }] });
    case 'law-title': {
      const { title } = parseLaw(`# ${text}\n\n第一条 建立劳动关系，应当订立书面劳动合同。`, { file: 'law.md' });
      return draftingInput({ hits: poisoned((hit) => ({ ...hit, law: title })) });
    }
    case 'file-name': {
      const law = parseLaw('# 示例法\n\n第一条 建立劳动关系，应当订立书面劳动合同。', { file: `${text}.md` });
      const [{ article, text: words } = { article: '', text: '' }] = law.provisions;
      return draftingInput({ hits: poisoned((hit) => ({ ...hit, law: law.title, article, text: words })) });
    }
    default:
      return draftingInput({ hits: poisoned((hit) => ({ ...hit, text: `${hit.text}\n${text}` })) });
  }
}

/** The last of the provisions, changed: the answer rests on the others. */
const poisoned = (change: (hit: SearchHit) => SearchHit): SearchHit[] =>
  hits.map((hit, index) => (index === hits.length - 1 ? change(hit) : hit));
