import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotateText, maxFileBytes, readSentFile } from '@lutai/documents';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson, runBin } from '../testing/run-bin.ts';
import type { ReviewDocument } from './review/review-document.ts';

const sound = `房屋租赁合同
出租人（甲方）：张某某
承租人（乙方）：李某某
第一条 租赁物
甲方将其所有的成都市锦江区长天巷9号2单元301室出租给乙方居住使用，建筑面积80平方米。
第二条 租期
租赁期限为二年，自2026年1月1日起至2027年12月31日止。
第三条 租金
月租金为人民币3500元，乙方于每月5日前支付当月租金。
第四条 押金
乙方支付押金3500元。租赁期满，乙方结清费用、交还房屋的，甲方在三日内无息退还押金。
第五条 维修
房屋及附属设施因自然老化损坏的，由甲方在接到通知后七日内维修；因乙方使用不当造成损坏的，由乙方负责维修。
第六条 转租
未经甲方书面同意，乙方不得将房屋转租给他人。
第七条 解除
乙方逾期支付租金超过三十日，经书面催告后十日内仍未支付的，甲方可以解除合同。
第八条 违约责任
一方违约的，应当向对方支付相当于一个月租金的违约金。
第九条 争议解决
因本合同发生争议的，双方协商解决；协商不成的，由房屋所在地人民法院管辖。
`;
const soundTerm = '租赁期限为二年，自2026年1月1日起至2027年12月31日止。';
const longTerm = '租赁期限为二十五年，自2026年1月1日起至2050年12月31日止。';
const soundDeposit = '租赁期满，乙方结清费用、交还房屋的，甲方在三日内无息退还押金。';
const lostDeposit = '无论何种情况押金概不退还。';
const planted = sound.replace(soundTerm, longTerm).replace(soundDeposit, lostDeposit);

/** Each of these runs the real program, some of them several times. */
const patience = { timeout: 120_000 };

let folder = '';
let data: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-review-'));
  data = ['--data', path.join(folder, 'data')];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}
const json = async <Document = ReviewDocument>(args: string[], input?: string) => {
  const ran = await runBin(['review', ...args, '--json', ...data], input === undefined ? {} : { input });
  return { ...ran, document: readJson<Document>(ran) };
};

describe('lutai review', patience, () => {
  it('names each planted defect in the order of the text, with its place, reason and wording, and ends with 1', async () => {
    const { code, stdout } = await runBin(['review', await put('lease.txt', planted), ...data]);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^合同类型：租赁合同。/),
      '当事人：甲方 张某某；乙方 李某某',
      '',
      '1. 高风险  第二条 租期  租赁期限超过二十年',
      `   原文：“${longTerm}”`,
      expect.stringContaining('《中华人民共和国民法典》第七百零五条'),
      expect.stringMatching(/^ {3}建议改为：租赁期限为二十年/),
      '',
      '2. 高风险  第四条 押金  押金一律不退',
      expect.stringContaining(lostDeposit),
      expect.stringContaining('《中华人民共和国民法典》第四百九十七条'),
      expect.stringMatching(/^ {3}建议改为：.*乙方.*甲方应当在三日内无息退还押金/),
      '',
      '共 2 处：高风险 2 处。',
      '',
    ]);
  });

  it('prints one document for scripts, from standard input too', async () => {
    const { code, document } = await json(['-'], planted);
    expect(code).toBe(1);
    expect(document).toMatchObject({ type: 'lease', side: null, notes: [], out: null });
    expect(document.parties).toEqual([
      { alias: '甲方', name: '张某某', role: 'landlord' },
      { alias: '乙方', name: '李某某', role: 'tenant' },
    ]);
    expect(document.findings).toHaveLength(2);
    expect(document.findings[0]).toEqual({
      ...{ title: '租赁期限超过二十年', kind: 'void', risk: 'high', clause: '第二条 租期', quote: longTerm },
      ...{ start: planted.indexOf(longTerm), end: planted.indexOf(longTerm) + longTerm.length },
      why: expect.stringContaining('二十五年'),
      citations: ['《中华人民共和国民法典》第七百零五条'],
      suggestion: { action: 'replace', text: expect.stringContaining('二十年') },
    });
  });

  it('finds nothing in a sound contract and ends with 0', async () => {
    const { code, stdout } = await runBin(['review', await put('sound.txt', sound), ...data]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('没有发现问题')]);
  });

  it('leaves out what hurts the other side alone, and reviews as the type that is named', async () => {
    const titles = ({ findings }: ReviewDocument) => findings.map(({ title }) => title);
    const landlord = await json(['-', '--side', 'landlord'], planted);
    expect([landlord.document.side, titles(landlord.document)]).toEqual(['landlord', ['租赁期限超过二十年']]);
    const loan = await json(['-', '--type', 'loan'], planted);
    expect(loan.document.type).toBe('loan');
    expect(titles(loan.document)).not.toContain('押金一律不退');
    const foreign = await json<{ error: { message: string } }>(['-', '--side', 'seller'], planted);
    expect([foreign.code, foreign.document.error.message]).toEqual([2, expect.stringContaining('landlord、tenant')]);
  });

  it('holds what the contract cites against the law of the day', async () => {
    const cites = sound.replace('违约金。', '违约金（《中华人民共和国民法典》第五百八十五条）。');
    expect((await json(['-'], cites)).document.findings).toEqual([]);
    const early = await json(['-', '--as-of', '2019-12-31'], cites);
    expect(early.document).toMatchObject({ asOf: '2019-12-31', findings: [{ kind: 'citation' }] });
  });
});

describe('lutai review of a loan', patience, () => {
  it('holds interest against the one-year LPR of the day of signing', async () => {
    const loan = (rate: string) =>
      `借款合同\n出借人（甲方）：张某某\n借款人（乙方）：李某某\n第一条 借款金额\n甲方借给乙方人民币100000元。\n第二条 利息\n借款年利率为${rate}。\n签订日期：2025年9月1日\n`;
    const high = async (rate: string) =>
      (await json(['-'], loan(rate))).document.findings.some(({ quote }) => quote?.includes('年利率'));
    // 3.0% on that day.
    expect([await high('11.9%'), await high('12.5%')]).toEqual([false, true]);
  });
});

describe('lutai review --out', patience, () => {
  const annotations = async (file: string) => {
    const bytes = await readFile(file);
    const xml = (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
    return { comments: xml('word/comments.xml'), body: xml('word/document.xml'), label: xml('docProps/custom.xml') };
  };

  it('writes the findings as comments and tracked changes into the file that came, labelled', async () => {
    const { docx } = await annotateText(planted, [], { author: '客户', date: new Date('2026-01-01T00:00:00Z') });
    for (const [name, bytes] of [
      ['contract.docx', docx],
      ['contract.txt', Buffer.from(planted)],
    ] as const) {
      const out = path.join(folder, `reviewed-${name}.docx`);
      const { code, document, stderr } = await json([await put(name, bytes), '--out', out]);
      expect([code, document.out, stderr]).toEqual([
        1,
        { file: out, unplaced: [] },
        expect.stringContaining(`已写入 ${out}`),
      ]);
      const { kind, text } = await readSentFile('reviewed.docx', await readFile(out));
      expect([kind, text]).toEqual(['docx', expect.stringContaining('租赁期限为二十年')]);
      const { comments, body, label } = await annotations(out);
      expect(comments).toMatch(/w:author="律台（AI 辅助）".*人工智能辅助生成/s);
      expect(comments).toContain('押金一律不退');
      expect(body).toMatch(/<w:del .*<w:ins /s);
      expect(label).toMatch(/name="AIGC"/);
    }
  });

  it('does not overwrite a file unless it is told to', async () => {
    const lease = await put('again.txt', planted);
    const out = await put('mine.docx', '我的文件');
    const refused = await runBin(['review', lease, '--out', out, ...data]);
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([1, '', expect.stringContaining('--force')]);
    expect(await readFile(out, 'utf8')).toBe('我的文件');
    expect((await runBin(['review', lease, '--out', out, '--force', ...data])).code).toBe(1);
    expect((await annotations(out)).comments).toContain('押金一律不退');
    const nowhere = await runBin(['review', lease, '--out', path.join(folder, 'none/a.docx'), ...data]);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('没有目录')]);
  });
});

describe('a file that cannot be reviewed', patience, () => {
  it('is refused with the reason, in a document with --json', async () => {
    await mkdir(path.join(folder, 'contracts'));
    const zip = Buffer.from('PK\u0003\u0004');
    const bomb = zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.alloc(50_000_000),
    });
    for (const [file, code, reason] of [
      [await put('empty.txt', ''), 'unsupported-file', '文件是空的'],
      [await put('broken.docx', Buffer.concat([zip, Buffer.alloc(2000, 7)])), 'unsupported-file', '压缩包已损坏'],
      [await put('bomb.docx', bomb), 'too-large', '“'],
      [await put('broken.pdf', '%PDF-1.7\n%%EOF'), 'unsupported-file', '损坏'],
      [await put('huge.txt', Buffer.alloc(maxFileBytes + 1, '甲')), 'too-large', '20 MB'],
      [path.join(folder, 'contracts'), 'not-found', '文件夹'],
      [path.join(folder, 'none.docx'), 'not-found', 'none.docx'],
    ] as const) {
      const refused = await json<{ error: { code: string; message: string } }>([file]);
      expect([refused.code, refused.document.error]).toEqual([1, { code, message: expect.stringContaining(reason) }]);
    }
  });

  it('does not wait for the end of an input that has none', async () => {
    const { code, stderr } = await runBin(['review', '/dev/zero', ...data]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('20 MB')]);
  });
});
