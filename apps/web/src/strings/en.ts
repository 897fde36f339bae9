import { common } from './en/common.ts';
import { corpus } from './en/corpus.ts';
import { desk } from './en/desk.ts';
import { documents } from './en/documents.ts';
import { drafting } from './en/drafting.ts';
import { lawTime } from './en/law-time.ts';
import { office } from './en/office.ts';
import { portal } from './en/portal.ts';
import { review } from './en/review.ts';
import { session } from './en/session.ts';
import { shortcuts } from './en/shortcuts.ts';
import { tools } from './en/tools.ts';
import { words } from './en/words.ts';
import type { Strings } from './zh.ts';

export const en: Strings = {
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
