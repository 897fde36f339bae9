import { useStrings } from '../language/language.tsx';
import type { Block } from './approval-blocks.ts';

/** The reason for which a draft cannot be approved yet, as a sentence that says what to do. */
export function useBlockText(): (block: Block) => string {
  const { blocks } = useStrings().review.approve;
  return (block) => {
    if (block.code === 'claimed-by-other') return blocks['claimed-by-other'](block.name);
    if (block.code === 'level') return blocks.level[block.reason](block.why);
    if (block.code === 'citations') return blocks.citations(block.count);
    return blocks[block.code];
  };
}
