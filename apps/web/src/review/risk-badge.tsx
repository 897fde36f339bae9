import type { MatterSummary, Risk, RiskLevel } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { maySign, needsHigherLevel } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { BadgePopover } from '../ui/badge-popover.tsx';

const tones: Record<RiskLevel, Tone> = { low: 'neutral', medium: 'warn', high: 'danger' };

/** How risky the draft is; pressed, it says why, who may approve it, and whether that is you. */
export function RiskBadge({ risk, matter }: { risk: Risk; matter: MatterSummary }) {
  const { drafting } = useStrings();
  const me = useMe();
  const may = maySign(me.role) && needsHigherLevel(me, matter, risk) === null;
  return (
    <BadgePopover
      testId="risk-badge"
      tone={tones[risk.level]}
      title={drafting.riskLevel[risk.level]}
      badge={drafting.riskLevel[risk.level]}
    >
      {risk.reasons.length === 0 ? (
        <p>{drafting.noRisk}</p>
      ) : (
        <ul className="flex flex-col gap-2" data-testid="risk-reasons">
          {risk.reasons.map(({ kind, level, why }) => (
            <li key={`${kind}:${why}`} className="flex items-start gap-2">
              <Badge tone={tones[level]}>{drafting.riskKind[kind]}</Badge>
              <span lang="zh-CN" className="min-w-0 flex-1">
                {why}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 border-t border-line pt-2.5">
        {drafting.mayApprove[risk.level]}
        {maySign(me.role) && ` ${may ? drafting.youMay : drafting.youMayNot}`}
      </p>
    </BadgePopover>
  );
}
