import { bookTitles } from './citations/book-titles.ts';
import { tidyTitle } from './titles.ts';

const BETWEEN =
  /^(?:[（(][^（）()]{1,40}[）)])?(?:[、，和及与以]{1,2}|以及)?(?:[^《》。；，、]{0,12}(?:公布|发布|批准|施行|实施)的)?$/u;
const REPEALED = /^(?:[（(][^（）()]{1,40}[）)])?(?:自本\S{1,4}施行之日起|同时|即行|相应|一并|予以){0,3}废止/u;

/** Titles in 「《甲法》、《乙法》同时废止」. */
export function repealedTitles(closing: string): string[] {
  const titles = bookTitles(closing);
  const repealed = new Set<string>();
  let list: string[] = [];
  let end = -1;
  for (const title of titles) {
    const gap = closing.slice(end, title.start);
    if (end === -1 || gap.length > 60 || !BETWEEN.test(gap)) list = [];
    list.push(tidyTitle(title.name));
    end = title.end;
    if (REPEALED.test(closing.slice(end, end + 80))) {
      for (const name of list) repealed.add(name);
      list = [];
    }
  }
  return [...repealed];
}
