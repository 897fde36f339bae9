/** Digits of one script that stand together: 「138」 or 「一三八」. `digits` are ASCII, whatever the text wrote. */
export type DigitGroup = { start: number; end: number; digits: string };
/** Groups with at most three spaces, dashes, brackets or line breaks between each two. */
export type DigitRun = { groups: DigitGroup[] /** Where an X follows the last digit, its end. */; xEnd: number | null };

const ascii = '0-9０-９';
const spoken = '零〇○一二三四五六七八九幺';
const gap = '[\\s\\-－—–‐‑·•.．_()（）]';
const runPattern = new RegExp(
  `[${ascii}${spoken}]+(?:${gap}{1,3}[${ascii}${spoken}]+)*(?:${gap}?[XxＸｘ×](?![A-Za-z]))?`,
  'g',
);
const groupPattern = new RegExp(`[${ascii}]+|[${spoken}]+`, 'g');
const spokenDigits = new Map(
  [...'零一二三四五六七八九'].map((character, digit) => [character, String(digit)] as const),
);
spokenDigits.set('〇', '0').set('○', '0').set('幺', '1');

/** The runs that hold at least seven digits, in order. Linear in the length of the text. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const { 0: run, index } of text.matchAll(runPattern)) {
    if (run.length < 7) continue;
    const groups = [...run.matchAll(groupPattern)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
      digits: toAscii(group[0]),
    }));
    runs.push({ groups, xEnd: /[XxＸｘ×]$/.test(run) ? index + run.length : null });
  }
  return runs;
}

function toAscii(digits: string): string {
  return digits.replace(/[^0-9]/g, (character) =>
    character >= '０' && character <= '９'
      ? String(character.charCodeAt(0) - '０'.charCodeAt(0))
      : (spokenDigits.get(character) ?? ''),
  );
}
