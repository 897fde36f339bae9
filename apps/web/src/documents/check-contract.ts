import { uploadLimits } from '../corpus/check-selection.ts';

/** What a contract may come as. */
export const contractEndings = ['.docx', '.doc', '.pdf', '.txt', '.md', '.html', '.htm', '.jpg', '.jpeg', '.png'];

/** Why a file cannot be a contract, as far as its name and size tell; null where it must be read to know. */
export function checkContract({ name, size }: { name: string; size: number }): 'kind' | 'size' | 'empty' | null {
  if (size === 0) return 'empty';
  if (size > uploadLimits.fileBytes) return 'size';
  return contractEndings.some((ending) => name.toLowerCase().endsWith(ending)) ? null : 'kind';
}
