import type { Database, Transaction } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCorpusVersion } from '../corpus/index/index-records.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import type { CheckText } from '../drafting/drafter.ts';
import { findPersonalData } from './anonymise.ts';
import { findingsOf } from './gate/findings-of.ts';
import { refuseOpenFindings } from './gate/refuse-open-findings.ts';
import { publishedCaseId } from './get-matter.ts';
import { readPublishable } from './preview-publication.ts';
import { storableText } from './storable-text.ts';

/** Stores one answered case and puts it into the index; `audit` is to run in the transaction that stores it, and may refuse. */
export type AddAnsweredCase = (
  record: {
    title: string;
    question: string;
    answer: string;
    area: string | null;
    /** Canonical citations, all checked. */
    citations: string[];
    matterId: string;
  },
  audit: (tx: Transaction, caseId: string) => Promise<void>,
) => Promise<{ caseId: string }>;

export type PublishCaseDeps = {
  db: Database;
  now: () => Date;
  checkText: CheckText;
  addAnsweredCase: AddAnsweredCase;
};
export type PublishCaseInput = { actor: Actor; matterId: string; title: string; question: string; answer: string };

/** 发布: makes an answered case of a matter, which search finds from then on. Refused while it points to a person. */
export async function publishCase(deps: PublishCaseDeps, input: PublishCaseInput): Promise<{ caseId: string }> {
  const { actor, matterId } = input;
  const { matter, names } = await readPublishable(deps.db, { actor, matterId });
  const [title, question, answer] = [input.title, input.question, input.answer].map((part) =>
    storableText(part).trim(),
  );
  if (!title || !question || !answer) throw new DeskError('invalid-input', '标题、问题和答复都要填写。');
  const existing = await publishedCaseId(deps.db, matterId);
  if (existing) throw new DeskError('conflict', `本事项已发布为案例 ${existing}。如需更改，请先撤回该案例。`);
  const kinds = findPersonalData([title, question, answer].join('\n'), { names });
  if (kinds.length > 0) {
    throw new DeskError('invalid-input', `文中还有个人信息：${kinds.join('、')}。请删去或改写后再发布。`);
  }
  const asOf = chinaDay(deps.now());
  const corpusVersion = await readCorpusVersion(deps.db);
  const citations = await deps.checkText(answer, asOf);
  // Nobody rules on a case: what is published must stand by itself. Doubts are let pass, as who approved the answer has
  // looked at them and its sentences may have been anonymised since.
  const findings = findingsOf(answer, citations).filter(({ kind }) => kind !== 'doubtful');
  refuseOpenFindings(
    findings.map((finding) => ({ ...finding, open: true })),
    '发布',
  );
  const canonical = citations.flatMap(({ resolved }) => (resolved ? [resolved.citation] : []));
  const record = { title, question, answer, area: matter.area, citations: [...new Set(canonical)], matterId };
  return deps.addAnsweredCase(record, async (tx, caseId) => {
    // A law that was read in since then was followed up without this case.
    if ((await readCorpusVersion(tx)) !== corpusVersion) {
      throw new DeskError('busy', '法规库正在变化，引用需要重新核对。请稍候再发布一次。');
    }
    await recordAudit(tx, {
      at: deps.now(),
      actor,
      action: 'case.published',
      subjectType: 'case',
      subjectId: caseId,
      matterId,
      details: { area: matter.area, citations: record.citations.length },
    });
  });
}
