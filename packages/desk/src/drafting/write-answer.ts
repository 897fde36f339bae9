import type { Route, SearchHit, TraceRepair } from '@lutai/contracts';
import { conclusionPlaceholder } from './answer-text.ts';
import type { CheckedAnswer, CheckedClaim } from './checks/check-answer.ts';
import type { DraftingInput, WrittenClaim, WrittenDraft } from './drafter.ts';
import type { ModelAnswer } from './model-answer.ts';
import type { Given } from './model-messages.ts';

const most = { claims: 8, missing: 3, steps: 6, evidence: 7 };

type Answered = {
  answer: ModelAnswer;
  checked: CheckedAnswer;
  given: Given;
  input: DraftingInput;
  repair: TraceRepair | null;
};

/** A model's checked answer as a draft: what still has a fault is dropped, provisions are put in where they belong. */
export function writeAnswer(
  of: Answered,
): Omit<WrittenDraft, 'model' | 'promptVersion' | 'checks' | 'calls' | 'further'> {
  const { answer, checked, repair } = of;
  const sound = checked.claims.filter(({ faults }) => faults.length === 0).slice(0, most.claims);
  const dropped = checked.claims.filter((claim) => !sound.includes(claim));
  const kept = checked.conclusion.filter(({ faults }) => faults.length === 0);
  const cut = checked.conclusion.filter(({ faults }) => faults.length > 0);
  const claims = sound.map((claim) => written(claim));
  const silent = routeOf(answer, claims.length);
  return {
    route: silent,
    outcome: silent !== 'answer' ? 'insufficient-basis' : answer.outcome === 'needs-facts' ? 'needs-facts' : 'answered',
    conclusion:
      kept
        .map(({ text }) => text)
        .join('')
        .trim() || conclusionPlaceholder,
    claims,
    calculations: checked.calculations,
    guidance: guidanceOf(of),
    provisions: uniqueProvisions(claims),
    dropped: [
      ...dropped.map((claim) => written(claim)),
      ...cut.map(({ text }): WrittenClaim => ({ part: 'conclusion', text, provisions: [] })),
    ],
    repair: repair && {
      ...repair,
      dropped: [...dropped.map(({ text }) => text), ...cut.map(({ text }) => text.trim())],
    },
    notices: noticesOf({ dropped: dropped.length, cut: cut.length, doubts: sound, silent, answer }),
  };
}

const routes: Record<Exclude<ModelAnswer['outcome'], 'answered' | 'needs-facts'>, Route> = {
  'insufficient-basis': 'no-basis',
  'foreign-law': 'foreign-law',
  'not-legal': 'not-legal',
  harmful: 'harm',
};

function routeOf({ outcome }: ModelAnswer, claims: number): Route {
  if (outcome !== 'answered' && outcome !== 'needs-facts') return routes[outcome];
  return claims === 0 ? 'no-basis' : 'answer';
}

function written({ condition, text, provisions }: CheckedClaim): WrittenClaim {
  const plain = text.trim().replace(/[。．.]+$/u, '');
  const said = condition.trim() === '' ? plain : `${condition.trim().replace(/[，,：:]+$/u, '')}，${plain}`;
  const cited = provisions.map(({ hit }) => hit.citation).join('、');
  return { part: 'reason', text: cited === '' ? `${said}。` : `${said}（${cited}）。`, provisions };
}

/** Of the desk's own steps those that the model chose, in its order; all of them where it chose none. */
function guidanceOf({ answer, checked, given, input }: Answered): DraftingInput['guidance'] {
  const { guidance } = input;
  const chosen = [...new Set(answer.steps)].flatMap((id) => given.steps.get(id.trim()) ?? []).slice(0, most.steps);
  const evidence = checked.evidence.filter(({ faults }) => faults.length === 0).map(({ text }) => text);
  return {
    ...guidance,
    missingFacts: checked.missingFacts
      .filter(({ faults }) => faults.length === 0)
      .slice(0, most.missing)
      .map(({ question, why }, index) => ({ key: `asked-${index + 1}`, question, why })),
    steps: chosen.length > 0 ? chosen : guidance.steps,
    evidence: evidence.length > 0 ? evidence.slice(0, most.evidence) : guidance.evidence,
  };
}

function uniqueProvisions(claims: readonly WrittenClaim[]): SearchHit[] {
  const provisions = claims.flatMap((claim) => claim.provisions.map(({ hit }) => hit));
  return [...new Map(provisions.map((provision) => [provision.provisionId, provision])).values()];
}

function noticesOf(of: {
  dropped: number;
  cut: number;
  doubts: readonly CheckedClaim[];
  silent: Route;
  answer: ModelAnswer;
}): string[] {
  const doubtful = of.doubts.filter(({ doubts }) => doubts.length > 0).length;
  return [
    ...(of.silent === 'no-basis' && of.answer.outcome !== 'insufficient-basis'
      ? ['语言模型的论断都没有法条支持，未予采用。']
      : []),
    ...(of.dropped > 0 ? [`语言模型有${of.dropped}条论断没有通过核对，已删去（见“起草过程”）。`] : []),
    ...(of.cut > 0 ? [`语言模型的结论里有${of.cut}句没有通过核对，已删去，请承办人核对结论是否完整。`] : []),
    ...(doubtful > 0 ? [`有${doubtful}条论断与条文的对应有疑问，请逐条核对。`] : []),
  ];
}
