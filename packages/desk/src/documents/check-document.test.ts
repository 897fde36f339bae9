import type { Citation } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './check-document.ts';

const resolved = { citation: '《示例法》第三条' } as Citation['resolved'];

/** Finds these words, each as given. */
const finding =
  (...found: [raw: string, state: Citation['state'], resolved?: Citation['resolved']][]) =>
  async (text: string): Promise<Citation[]> =>
    found.map(([raw, state, provision = null]) => {
      const start = text.indexOf(raw);
      return { raw, start, end: start + raw.length, state, resolved: provision, note: '' };
    });
const check = async (text: string, found: Parameters<typeof finding>, values = {}) =>
  (await checkDocument(finding(...found), { text, values }, '2026-11-23')).map(({ raw }) => raw);

describe('checkDocument', () => {
  const contract = '第一条 租金\n按月支付。\n第二条 违约\n违反第一条第二款的，支付违约金。';

  it('takes what points to an article of the document itself for no citation', async () => {
    expect(
      await check(contract, [
        ['第一条', 'unchecked'],
        ['第一条第二款', 'unchecked'],
      ]),
    ).toEqual([]);
  });

  it('keeps an article that the document does not have, and one that a law was found for', async () => {
    expect(await check(contract, [['第九条', 'unchecked']])).toEqual(['第九条']);
    expect(await check(`${contract}\n第三条 依据`, [['第三条', 'ok', resolved]])).toEqual(['第三条']);
    expect(await check(contract, [['第二条', 'not-found']])).toEqual(['第二条']);
    expect(await check(contract, [['《示例法》第一条', 'not-found']])).toEqual(['《示例法》第一条']);
  });

  it('takes what points to an article of the contract that it is about for no citation', async () => {
    const about = { text: '## 1. 押金（第四条）', values: {} };
    const checked = (source: string | null) =>
      checkDocument(finding(['第四条', 'unchecked']), { ...about, source }, '2026-11-23');
    expect(await checked('第四条 押金\n押金七千元。')).toEqual([]);
    expect(await checked(null)).toHaveLength(1);
  });

  it('takes 第1项 for a request of the document where it has one, and never for one of a law', async () => {
    const requests = '1．撤销决定；\n2．赔偿损失。\n依据《示例法》第三条，请支持上述第1项请求。';
    expect(await check(requests, [['第1项', 'not-found', resolved]])).toEqual([]);
    expect(await check(requests, [['第3项', 'not-found']])).toEqual(['第3项']);
    expect(await check(requests, [['第（一）项', 'not-found']])).toEqual(['第（一）项']);
  });

  it('takes a number for a particular where it is the whole of what a field was filled in with', async () => {
    const number = '（2026）某0101民初1号';
    const text = `不服${number}判决，现提起上诉。`;
    expect(await check(text, [[number, 'unchecked']], { number })).toEqual([]);
    expect(await check(text, [[number, 'unchecked']], { rows: [{ what: ` ${number} ` }] })).toEqual([]);
    expect(await check(text, [[number, 'unchecked']], { basis: `参照${number}` })).toEqual([number]);
    expect(await check(text, [['《某批复》', 'unchecked']], { basis: '《某批复》' })).toEqual(['《某批复》']);
  });

  it('judges what was typed against its provision, and not what the template itself cites', async () => {
    const [typed, own] = ['《示例法》第三条', '《示例程序法》第二条'];
    const values = { rows: [{ basis: `依据${typed}` }] };
    const doubtful = async (text: string): Promise<Citation[]> =>
      [typed, own].map((raw) => {
        const start = text.indexOf(raw);
        const doubt = { support: 'doubtful' as const, supportReasons: ['条文没有这样说'] };
        return { raw, start, end: start + raw.length, state: 'ok', resolved, note: '', ...doubt };
      });
    const check = async (source: string | null) => {
      const text = `对方违约，依据${typed}和${own}申请仲裁。`;
      const found = await checkDocument(doubtful, { text, values, source }, '2026-11-23');
      return found.map(({ raw, support, supportReasons }) => [raw, support, supportReasons?.length]);
    };
    expect(await check(null)).toEqual([
      [typed, 'doubtful', 1],
      [own, 'supported', 0],
    ]);
    expect(await check('第一条 租金')).toEqual([
      [typed, 'doubtful', 1],
      [own, 'doubtful', 1],
    ]);
  });
});
