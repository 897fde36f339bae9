const GAP = /(?<=[0-9０-９年月])[ \t\u3000]+(?=[0-9０-９年月日号])/gu;

/** The text without the spaces inside dates (「2019 年 3 月」), and the place that a place of it has in the text. */
export function joinDates(text: string): { joined: string; offsets: (place: number) => number } {
  const gaps = [...text.matchAll(GAP)].map((match) => ({ start: match.index, length: match[0].length }));
  if (gaps.length === 0) return { joined: text, offsets: (place) => place };
  const places = new Uint32Array(text.length + 1);
  let joined = 0;
  let next = 0;
  for (let place = 0; place < text.length; place += 1) {
    const gap = gaps[next];
    if (gap && place === gap.start) {
      place += gap.length - 1;
      next += 1;
      continue;
    }
    places[joined] = place;
    joined += 1;
  }
  return { joined: text.replace(GAP, ''), offsets: (place) => places[place] ?? text.length };
}
