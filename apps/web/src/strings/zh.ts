import { common } from './zh/common.ts';
import { corpus } from './zh/corpus.ts';
import { desk } from './zh/desk.ts';
import { documents } from './zh/documents.ts';
import { drafting } from './zh/drafting.ts';
import { lawTime } from './zh/law-time.ts';
import { office } from './zh/office.ts';
import { portal } from './zh/portal.ts';
import { review } from './zh/review.ts';
import { session } from './zh/session.ts';
import { shortcuts } from './zh/shortcuts.ts';
import { tools } from './zh/tools.ts';
import { words } from './zh/words.ts';

/** Everything the screens say, in Simplified Chinese. Law text is never in here and never translated. */
export const zh = {
  common,
  words,
  session,
  portal,
  desk,
  review,
  drafting,
  documents,
  corpus,
  lawTime,
  office,
  shortcuts,
  tools,
};
export type Strings = typeof zh;
