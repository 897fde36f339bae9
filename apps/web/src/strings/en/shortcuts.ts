import type { Strings } from '../zh.ts';

export const shortcuts: Strings['shortcuts'] = {
  title: 'Keyboard shortcuts',
  groups: { anywhere: 'Anywhere', queue: 'Desk', review: 'Review' },
  help: 'Show shortcuts',
  search: 'To the search box',
  goDesk: 'To the desk',
  goSearch: 'To the search',
  goLaws: 'To the laws',
  goArchive: 'To the archive',
  next: 'Next matter',
  previous: 'Previous matter',
  open: 'Open',
  claim: 'Claim',
  save: 'Save revision',
  approve: 'Approve and send',
  preview: 'Edit / preview',
  tab: 'Switch right column',
};
