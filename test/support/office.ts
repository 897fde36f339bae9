import { execFileSync } from 'node:child_process';

/** Whether LibreOffice is on this machine. */
export function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
