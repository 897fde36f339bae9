import type { Level, List } from '../count-lists.ts';
import type { Streams } from './formatting.ts';

/** Formats of numbers by their code ([MS-OSHARED] 2.2.1.3), as `w:numFmt` names them; others count in Arabic digits. */
const formats: Record<number, string> = {
  ...{ 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital' },
  ...{ 11: 'japaneseCounting', 14: 'decimalFullWidth', 16: 'japaneseLegal', 17: 'japaneseDigitalTenThousand' },
  ...{ 18: 'decimalEnclosedCircle', 19: 'decimalFullWidth', 22: 'decimalZero', 23: 'bullet' },
  ...{ 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen', 28: 'decimalEnclosedCircleChinese' },
  ...{ 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac', 33: 'taiwaneseCounting' },
  ...{ 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital' },
  ...{ 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none' },
};
const suffixes = ['tab', 'space', 'nothing'];
const maxLists = 10_000;

interface Read<Value> {
  value: Value;
  end: number;
}

/** The lists by the number, from 1, that paragraphs name ([MS-DOC] 2.9.131 PlfLfo, 2.9.132 PlfLst). */
export function readLists(streams: Streams): Map<string, List> {
  const definitions = readDefinitions(streams);
  const { document, table } = streams;
  const lists = new Map<string, List>();
  const start = document.readUInt32LE(0x2ea);
  if (document.readUInt32LE(0x2ee) < 4) return lists;
  const count = Math.min(table.readUInt32LE(start), maxLists);
  let at = start + 4 + count * 16;
  for (let index = 0; index < count; index++) {
    const entry = start + 4 + index * 16;
    const abstractId = String(table.readUInt32LE(entry));
    const levels = new Map(definitions.get(abstractId));
    const starts = new Map<number, number>();
    at += 4;
    for (let override = table.readUInt8(entry + 12); override > 0; override--) {
      const flags = table.readUInt32LE(at + 4);
      if (flags & 0x10) starts.set(flags & 0xf, startOf(table, at));
      at += 8;
      if (flags & 0x20) {
        const { value, end } = readLevel(table, at);
        levels.set(flags & 0xf, value);
        at = end;
      }
    }
    lists.set(String(index + 1), { abstractId, levels, starts });
  }
  return lists;
}

/** The levels of each definition; those of all definitions stand behind their table. */
function readDefinitions({ document, table }: Streams): Map<string, Map<number, Level>> {
  const definitions = new Map<string, Map<number, Level>>();
  const start = document.readUInt32LE(0x2e2);
  const length = document.readUInt32LE(0x2e6);
  if (length < 2) return definitions;
  const count = table.readUInt16LE(start);
  let at = start + length;
  for (let index = 0; index < count; index++) {
    const entry = start + 2 + index * 28;
    const levels = new Map<number, Level>();
    const depth = table.readUInt8(entry + 26) & 1 ? 1 : 9;
    for (let level = 0; level < depth; level++) {
      const { value, end } = readLevel(table, at);
      levels.set(level, value);
      at = end;
    }
    definitions.set(String(table.readUInt32LE(entry)), levels);
  }
  return definitions;
}

const startOf = (table: Buffer, at: number) => Math.min(table.readUInt32LE(at), 99_999);

/** [MS-DOC] 2.9.149, LVL: a head, two lists of properties, and the text with the places of the numbers in it. */
function readLevel(table: Buffer, at: number): Read<Level> {
  const flags = table.readUInt8(at + 5);
  const behind = at + 28 + table.readUInt8(at + 24) + table.readUInt8(at + 25);
  const length = table.readUInt16LE(behind);
  const characters = [...table.toString('utf16le', behind + 2, behind + 2 + length * 2)];
  const text = characters.map((one) => (one.charCodeAt(0) < 9 ? `%${one.charCodeAt(0) + 1}` : one)).join('');
  return {
    value: {
      start: startOf(table, at),
      format: formats[table.readUInt8(at + 4)] ?? 'decimal',
      text,
      suffix: suffixes[table.readUInt8(at + 15)] ?? 'tab',
      restart: flags & 0x08 ? table.readUInt8(at + 26) : null,
      legal: (flags & 0x04) !== 0,
      style: undefined,
    },
    end: behind + 2 + length * 2,
  };
}
