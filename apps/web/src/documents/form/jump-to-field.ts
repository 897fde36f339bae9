import { jumpTargets } from './field-path.ts';

/** Brings a place of the form into view and puts the caret there. */
export function jumpToField(path: string): void {
  const target = jumpTargets(path)
    .map((id) => document.getElementById(id))
    .find((element) => element !== null);
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  const control = target.matches('input, select, textarea') ? target : target.querySelector('input, select, textarea');
  (control instanceof HTMLElement ? control : target).focus({ preventScroll: true });
}
