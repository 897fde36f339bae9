const TOP_ITEM = /^“?[一二三四五六七八九十百]+\s*、/;
const BRACKET_ITEM = /^“?[（(]\s*[一二三四五六七八九十百]+\s*[）)]/;
const NUMBERED = /^“?\d+\s*[.．、]/;
/** Long enough to be found and read alone; shorter pieces (an addressee, 「此复。」, an entry of a list) are joined. */
const ENOUGH = 60;
const SHORT = 30;
const CAP = 1500;

/**
 * Groups lines that belong to no article into units that make sense alone: a 「一、」 item with all that follows it,
 * a table, else a sentence-ended paragraph. Every line is kept, in order.
 */
export function groupLooseLines(lines: readonly string[]): string[] {
  const starts = chooseStart(lines);
  const units: string[][] = [];
  for (const line of lines) {
    const unit = units.at(-1);
    if (unit && !starts(line, unit)) unit.push(line);
    else units.push([line]);
  }
  return units.map((unit) => unit.join('\n'));
}

type Starts = (line: string, unit: readonly string[]) => boolean;

function chooseStart(lines: readonly string[]): Starts {
  if (lines.some((line) => TOP_ITEM.test(line))) return (line) => TOP_ITEM.test(line);
  const first = lines[0] ?? '';
  if (BRACKET_ITEM.test(first) || lines.filter((line) => BRACKET_ITEM.test(line)).length > 1) {
    return (line, unit) => BRACKET_ITEM.test(line) && length(unit) >= ENOUGH;
  }
  return startsProse;
}

const length = (unit: readonly string[]) => unit.reduce((sum, line) => sum + line.length, 0);

function startsProse(line: string, unit: readonly string[]): boolean {
  const last = unit.at(-1) ?? '';
  if (line.startsWith('|') && last.startsWith('|')) return false;
  const size = length(unit);
  if (size > CAP) return true;
  if (size < ENOUGH || /[：:]$/.test(last)) return false;
  return NUMBERED.test(line) || (line.length >= SHORT && /[。；！？”）]$/.test(last)) || size >= CAP / 2;
}
