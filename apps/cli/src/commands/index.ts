import { defineCommand } from 'citty';
import { approve } from './approve.ts';
import { ask } from './ask.ts';
import { backup, restore } from './backup.ts';
import { calc } from './calc.ts';
import { citeCheck } from './cite-check.ts';
import { corpus } from './corpus.ts';
import { deadline } from './deadline.ts';
import { evaluate } from './eval.ts';
import { ingest } from './ingest.ts';
import { reindex } from './reindex.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { user } from './user.ts';

export const lutai = defineCommand({
  meta: { name: 'lutai', version: '0.1.0', description: '律台：法律咨询服务台' },
  subCommands: {
    start,
    serve,
    ingest,
    search,
    ask,
    approve,
    'cite-check': citeCheck,
    review,
    deadline,
    calc,
    corpus,
    eval: evaluate,
    index: reindex,
    backup,
    restore,
    user,
  },
});
