import { useStrings } from '../language/language.tsx';

/** Whom to call when somebody is in danger; quiet, and always there. */
export function SafetyLine({ className }: { className?: string }) {
  const { safety } = useStrings().portal;
  return (
    <p data-testid="safety-line" className={`text-[0.8125rem] leading-6 text-faint ${className ?? ''}`}>
      {safety.danger} <Call number="110" />
      {safety.comma}
      {safety.ambulance} <Call number="120" />
      {safety.comma}
      {safety.talk} <Call number="12356" />
      {safety.stop}
    </p>
  );
}

function Call({ number }: { number: string }) {
  return (
    <a href={`tel:${number}`} className="tabular font-medium text-soft underline underline-offset-4 hover:text-ink">
      {number}
    </a>
  );
}
