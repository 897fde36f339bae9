import type { Finding, MatterDetail } from '@lutai/contracts';
import { citationRulings, type Database, type Transaction } from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { DeskError } from '../../desk-error.ts';
import { requireClaimable } from '../claim-matter.ts';
import { getMatter } from '../get-matter.ts';
import { draftNotFound, findDraft, latestRevision, lockMatter, type RevisionRow } from '../matter-rows.ts';
import { requireDrafter } from '../permissions.ts';
import { storableText } from '../storable-text.ts';
import { readFindings } from './read-findings.ts';

export type RuleFindingDeps = { db: Database; now: () => Date; newId: () => string };
export type RuleFindingInput = {
  actor: Actor;
  draftId: string;
  /** The revision that the agent looked at; must be the newest. */
  revisionId: string;
  findingKey: string;
  reason: string;
};

/** A reason shorter than this says nothing. */
const shortest = 4;

/**
 * 裁断: an agent has looked at one finding of the check and lets it stand, saying why. What is wrong for certain (no such
 * provision, other words than the law's) cannot be ruled on: it is corrected.
 */
export async function ruleFinding(deps: RuleFindingDeps, input: RuleFindingInput): Promise<MatterDetail> {
  const { actor, draftId, findingKey } = input;
  const reason = storableText(input.reason).trim();
  if ([...reason].length < shortest) {
    throw new DeskError('invalid-input', '请写明放行的理由（至少四个字），例如“已核对判决书原件”。');
  }
  const matterId = await changeRulings(deps, input, async (tx, { revision, finding, matterId }) => {
    if (finding.rule !== 'rule') throw new DeskError('citation-blocked', mustChange(finding));
    if (finding.ruling) throw new DeskError('conflict', `这一处已由${finding.ruling.byName}放行。请刷新后再看。`);
    const id = deps.newId();
    const { raw, kind } = finding;
    await tx.insert(citationRulings).values({
      ...{ id, draftId, revisionId: revision.id, findingKey, raw, finding: kind, reason },
      ...{ ruledBy: actor.id, ruledAt: deps.now() },
    });
    await recordAudit(tx, {
      ...{ at: deps.now(), actor, action: 'finding.ruled', subjectType: 'ruling', subjectId: id, matterId },
      details: { draftId, revisionId: revision.id, findingKey, raw, finding: kind, reason },
    });
  });
  return getMatter(deps, { actor, matterId });
}

export type WithdrawRulingInput = Omit<RuleFindingInput, 'reason'>;

/** Takes a ruling back: the finding stands in the way again. */
export async function withdrawRuling(deps: RuleFindingDeps, input: WithdrawRulingInput): Promise<MatterDetail> {
  const { actor, draftId, revisionId, findingKey } = input;
  const matterId = await changeRulings(deps, input, async (tx, { finding, matterId }) => {
    if (!finding.ruling) throw new DeskError('not-found', '这一处没有放行记录；它可能已被撤回，请刷新后再看。');
    const standing = and(
      eq(citationRulings.draftId, draftId),
      eq(citationRulings.findingKey, findingKey),
      isNull(citationRulings.withdrawnAt),
    );
    await tx.update(citationRulings).set({ withdrawnAt: deps.now() }).where(standing);
    await recordAudit(tx, {
      ...{ at: deps.now(), actor, action: 'finding.ruling-withdrawn', subjectType: 'ruling' },
      ...{
        subjectId: finding.ruling.id,
        matterId,
        details: { draftId, revisionId, findingKey, raw: finding.raw, finding: finding.kind },
      },
    });
  });
  return getMatter(deps, { actor, matterId });
}

type Found = { matterId: string; revision: RevisionRow; finding: Finding };

/** Under the matter's lock: the newest revision of a draft in review, and the finding in it. Gives the matter's id. */
async function changeRulings(
  deps: RuleFindingDeps,
  { actor, draftId, revisionId, findingKey }: WithdrawRulingInput,
  change: (tx: Transaction, found: Found) => Promise<void>,
): Promise<string> {
  requireDrafter(actor);
  const before = await findDraft(deps.db, draftId);
  if (!before) throw draftNotFound();
  const { matterId } = before;
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const draft = await findDraft(tx, draftId);
    const revision = await latestRevision(tx, draftId);
    if (!draft || !revision) throw draftNotFound();
    if (draft.status === 'approved') throw new DeskError('already-approved', '这份草稿已经核准，不能再改动裁断。');
    if (draft.status !== 'ready') throw new DeskError('not-ready', '草稿不在审阅中，不能裁断。请刷新后再看。');
    await requireClaimable(tx, { actor, matter });
    if (revision.id !== revisionId) {
      throw new DeskError('stale-revision', '您看到的不是最新修订。请载入最新修订，看过之后再裁断。');
    }
    const finding = (await readFindings(tx, revision)).find(({ key }) => key === findingKey);
    if (!finding) throw new DeskError('not-found', '这份修订里没有这一处问题；请刷新后再看。');
    await change(tx, { matterId, revision, finding });
  });
  return matterId;
}

const mustChange = ({ raw, rule }: Finding): string =>
  rule === 'explain'
    ? `“${raw}”在所问日期不是有效的法，不能只凭放行。请在同一处写明适用的是哪一时期的法、为什么，或者改引有效的法。`
    : `“${raw}”与法规库不符，不能放行。请改正或删去。`;
