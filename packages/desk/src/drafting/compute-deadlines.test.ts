import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas, deadlineSchema } from '@lutai/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalCitations } from './citation-text.ts';
import { computeDeadlines } from './compute-deadlines.ts';
import { type DeadlineData, loadDeadlines } from './load-deadlines.ts';

const corpus = join(import.meta.dirname, '../../../../corpus');
const laws = join(corpus, '../../shared/corpus/laws');
let data: DeadlineData;
beforeAll(async () => {
  data = await loadDeadlines(corpus);
});
const today = '2026-11-23';
const labour = (text: string, day = today) => computeDeadlines(data, { area: 'labour', text, today: day });
const arbitration = (text: string) => labour(text).find(({ kind }) => kind === 'labour-arbitration');

describe('computeDeadlines', () => {
  it('counts from the date beside the words it runs from', () => {
    expect(arbitration('2023年4月1日入职，2025年3月5日被公司辞退')?.date).toBe('2026-03-05');
    expect(arbitration('2025-03-05，公司突然辞退我')?.date).toBe('2026-03-05');
  });

  it('has no date when the text gives none, another one, or an impossible one', () => {
    expect(arbitration('去年被辞退')?.date).toBeNull();
    expect(arbitration('2023年4月1日入职。后来被辞退')?.date).toBeNull();
    expect(arbitration('2025年13月40日被辞退')?.date).toBeNull();
  });

  it('asks for the day that it needs', () => {
    expect(arbitration('我被辞退了')).toMatchObject({
      date: null,
      needs: '需要知道：劳动关系终止的日期',
      startDay: null,
    });
  });

  it('gives what the contract says, with the steps', () => {
    for (const deadline of labour('2025年12月20日被辞退，拿到裁决书不服')) {
      expect(deadlineSchema.parse(deadline)).toEqual(deadline);
    }
    expect(arbitration('2025年12月20日被辞退')).toMatchObject({
      ...{ date: '2026-12-21', startEvent: 'employment-ended', startDay: '2025-12-20', startEntered: false },
      ...{ calendarKnown: true, needs: null, entered: [] },
    });
  });

  it('takes what an agent entered before what the client wrote', () => {
    const day = { event: 'employment-ended', day: '2025-12-31', until: null };
    const found = computeDeadlines(data, { area: 'labour', text: '2025年12月20日被辞退', today, entered: [day] });
    expect(found[0]).toMatchObject({ startDay: '2025-12-31', startEntered: true });
  });

  it('says in its note why unpaid wages have no year yet', () => {
    expect(arbitration('公司一直拖欠工资')?.note).toContain('不受一年的限制');
  });
});

describe('the catalogue of deadlines', () => {
  it('has deadlines for every area', () => {
    const known = new Set(data.catalogue.kinds.flatMap((kind) => kind.areas));
    expect(areas.filter((area) => !known.has(area))).toEqual([]);
    expect([...known].filter((area) => !areas.some((name) => name === area))).toEqual([]);
  });

  it.skipIf(!existsSync(laws))(
    'cites only provisions that are in the collection of laws (skipped without ../shared)',
    () => {
      const known = articlesOf(laws);
      const repealed = /《中华人民共和国(民法通则|民法总则|合同法|担保法|继承法)》第/u;
      const cited = canonicalCitations(
        [...data.catalogue.regimes.values(), ...data.catalogue.kinds].map((entry) => JSON.stringify(entry)).join(),
      );
      expect(cited.length).toBeGreaterThan(80);
      expect(cited.filter((citation) => !known.has(citation) && !repealed.test(citation))).toEqual([]);
    },
  );

  it('names the file and the field that is wrong', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'deadlines-'));
    mkdirSync(join(broken, 'catalogue/deadlines'), { recursive: true });
    writeFileSync(join(broken, 'catalogue/deadlines/labour.yaml'), 'kinds:\n  - id: Wrong\n');
    await expect(loadDeadlines(broken)).rejects.toThrow(/labour\.yaml[\s\S]*id/u);
  });

  it('refuses a kind that runs from an event that is not given', async () => {
    expect(existsSync(join(corpus, 'catalogue/deadlines/labour.yaml'))).toBe(true);
    const broken = mkdtempSync(join(tmpdir(), 'deadlines-'));
    mkdirSync(join(broken, 'catalogue/deadlines'), { recursive: true });
    const kind =
      'id: a, name: a, areas: [labour], regime: none, period: 一年, rules: [{ from: 2020-01-01, citation: 《法》第一条, length: null }], runsFrom: a, start: [], note: a';
    writeFileSync(join(broken, 'catalogue/deadlines/labour.yaml'), `kinds:\n  - { ${kind} }\n`);
    mkdirSync(join(broken, 'calendar'));
    writeFileSync(join(broken, 'calendar/cn-holidays.jsonl'), '');
    await expect(loadDeadlines(broken)).rejects.toThrow(/regime “none”/u);
  });
});

/** Every 《title》第…条 of a folder of law files, read without the parser so that the check stands by itself. */
function articlesOf(root: string): Set<string> {
  const known = new Set<string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const lines = readFileSync(join(root, name), 'utf8').split('\n');
    const title = lines
      .find((line) => line.startsWith('# '))
      ?.slice(2)
      .trim();
    for (const line of lines) {
      const article = /^\s*(第[一二三四五六七八九十百千零]+条)/u.exec(line)?.[1];
      if (title !== undefined && article !== undefined) known.add(`《${title}》${article}`);
    }
  }
  return known;
}
