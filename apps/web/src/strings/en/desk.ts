import type { Strings } from '../zh.ts';

export const desk: Strings['desk'] = {
  nav: { desk: 'Desk', archive: 'Archive', corpus: 'Law', tools: 'Tools', audit: 'Audit', users: 'People' },
  deadline: {
    until: (day) => `Deadline ${day}`,
    left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    today: 'Ends today',
    passed: 'May have passed',
  },
  queue: {
    title: 'Desk',
    pending: 'Pending',
    answered: 'Answered',
    scopes: { all: 'All', mine: 'Mine', free: 'Unclaimed' },
    area: 'Area',
    anyArea: 'All areas',
    count: (n) => (n === 1 ? '1 matter' : `${n} matters`),
    columns: {
      priority: 'Prio.',
      subject: 'Matter',
      area: 'Area',
      status: 'Status',
      due: 'Due',
      assignee: 'Assignee',
    },
    unassigned: 'Unclaimed',
    overdue: 'Overdue',
    due: 'Due',
    empty: 'Nothing is waiting',
    emptyBody: 'New questions appear here by themselves.',
    emptyFiltered: 'No matter fits the filters',
    clearFilters: 'Clear filters',
    priorityOf: (n) => `Priority ${n}`,
  },
};
