import { inForce } from '../arrange-versions.ts';
import type { DateCatalogue } from '../law-dates/date-catalogue.ts';
import { shippedDateCatalogue } from '../law-dates/shipped-catalogue.ts';
import { normaliseTitle } from '../titles.ts';
import type { Succession, TransitionRule } from './rule-schema.ts';
import { sayApplicable } from './say-applicable.ts';
import { shippedTransitions, type TransitionCatalogue } from './shipped-rules.ts';
import { type HeldVersion, type KnownVersion, versionLine } from './version-line.ts';

export interface ApplicabilityQuestion {
  /** Full or short title of the law; of the Civil Code, `part` (编) narrows down what came before it. */
  title: string;
  part?: string;
  /** The versions of the law whose texts are held. */
  versions: readonly HeldVersion[];
  /** The day of the facts, or the days between which they lie (inclusive, `day` standing for them); null: not known. */
  factsDate: string | { from: string; to: string; day: string } | null;
  today: string;
  /** The question's words, for rules that hold for some matters only (高空抛物, 打印遗嘱). */
  question?: string;
}

/** Which text rules: that of then, that of now, the lighter of both, each for its time; `same` when they are one. */
export type Governing = 'then' | 'now' | 'lighter' | 'split' | 'same' | 'unknown';

export interface Predecessor extends Succession {
  version: KnownVersion | null;
}

export interface Applicability {
  title: string;
  versionThen: KnownVersion | null;
  versionNow: KnownVersion | null;
  /** Other versions in force at some time within the days of the facts: the day must be asked for. */
  alsoPossible: KnownVersion[];
  /** Laws that applied then in this law's stead, with their version of that day. */
  predecessors: Predecessor[];
  /** The law that has taken this one's place, where it has ended. */
  successor: Succession | null;
  governing: Governing;
  /** Transition rules that bear on the facts, the deciding one first. */
  rules: TransitionRule[];
  /** Sentences for screens and answers. */
  words: string;
}

/** The version in force on the day of the facts, the one now, and which rules by what provision. Pure. */
export function applicableVersion(
  input: ApplicabilityQuestion,
  catalogue: DateCatalogue = shippedDateCatalogue(),
  transitions: TransitionCatalogue = shippedTransitions(),
): Applicability {
  const key = normaliseTitle(input.title);
  const line = versionLine(input.title, input.versions, catalogue);
  const on = (day: string) => line.findLast((version) => inForce(version, day)) ?? null;
  const facts = factsOf(input);
  const versionThen = on(facts.day);
  const versionNow = on(input.today);
  const predecessors = versionThen ? [] : predecessorsOf(input, facts.day, catalogue, transitions);
  const successor = versionNow
    ? null
    : (transitions.successions.find((entry) => isBefore(entry, key, input.today)) ?? null);
  const changed = versionThen !== versionNow || predecessors.length > 0;
  const rules = changed ? rulesFor(input, key, facts.from, transitions.rules) : [];
  const result = {
    title: input.title,
    versionThen,
    versionNow,
    alsoPossible: line.filter((version) => version !== versionThen && overlaps(version, facts)),
    predecessors,
    successor,
    governing: changed ? governingOf(rules, versionThen, predecessors) : ('same' as const),
    rules,
  };
  return { ...result, words: sayApplicable(result, input.factsDate === null ? null : facts) };
}

function factsOf({ factsDate, today }: ApplicabilityQuestion): { from: string; to: string; day: string } {
  if (factsDate === null) return { from: today, to: today, day: today };
  return typeof factsDate === 'string' ? { from: factsDate, to: factsDate, day: factsDate } : factsDate;
}

const overlaps = (version: KnownVersion, { from, to }: { from: string; to: string }) =>
  (version.effectiveFrom ?? '') <= to && (version.effectiveTo === null || from < version.effectiveTo);

const isBefore = (entry: Succession, key: string, today: string) =>
  normaliseTitle(entry.predecessor) === key && entry.since <= today;

function predecessorsOf(
  { title, part }: ApplicabilityQuestion,
  day: string,
  catalogue: DateCatalogue,
  { successions }: TransitionCatalogue,
): Predecessor[] {
  const key = normaliseTitle(title);
  const fitting = successions.filter(
    (entry) => normaliseTitle(entry.title) === key && day < entry.since && (part === undefined || entry.part === part),
  );
  const named = new Map(fitting.map((entry) => [entry.predecessor, entry]));
  return [...named.values()].flatMap((entry) => {
    const version = versionLine(entry.predecessor, [], catalogue).findLast((candidate) => inForce(candidate, day));
    return version ? [{ ...entry, version }] : [];
  });
}

/** Rules of the law before the general one, those for the matter before those for all. */
function rulesFor(
  { today, question }: ApplicabilityQuestion,
  key: string,
  from: string,
  rules: readonly TransitionRule[],
): TransitionRule[] {
  const bearing = rules.filter(
    ({ laws, boundary, topic }) =>
      laws.some((law) => law === '*' || normaliseTitle(law) === key) &&
      (boundary === null || (from < boundary && boundary <= today)) &&
      (topic === undefined || new RegExp(topic, 'u').test(question ?? '')),
  );
  const own = bearing.filter(({ laws }) => !laws.includes('*'));
  const general = bearing.filter(({ laws }) => laws.includes('*'));
  const deciding = own.some(({ effect }) => effect !== 'note') ? own : [...own, ...general];
  return deciding.sort((a, b) => weight(b) - weight(a));
}

const weight = ({ topic, effect, laws }: TransitionRule) =>
  (effect === 'note' ? 0 : 4) + (topic === undefined ? 0 : 2) + (laws.includes('*') ? 0 : 1);

function governingOf(
  rules: readonly TransitionRule[],
  then: KnownVersion | null,
  before: readonly Predecessor[],
): Governing {
  const deciding = rules[0];
  if (deciding && deciding.effect !== 'note') {
    return deciding.effect === 'then' && !then && before.length === 0 ? 'unknown' : deciding.effect;
  }
  return 'unknown';
}
