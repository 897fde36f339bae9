import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checklist } from '@lutai/documents';
import { loadChecklists } from '@lutai/documents';
import { beforeAll, expect, it } from 'vitest';
import { readContractSet } from './contract-set.ts';
import { evaluateContracts } from './evaluate-contracts.ts';

const text = `房屋租赁合同
甲方（出租人）：张某某
乙方（承租人）：李某某
第一条 甲方将位于某市某路一号的房屋出租给乙方居住使用。
第二条 租赁期限自2025年1月1日起至2050年12月31日止。
第三条 月租金为人民币3000元，每月5日前支付。
甲方：张某某  乙方：李某某
2025年1月1日
`;
const defect = {
  id: 'd1',
  kind: 'void',
  quote: '2025年1月1日起至2050年12月31日止',
  what: '租期超过二十年',
  risk: 'high',
};
const elsewhere = { ...defect, id: 'd2', quote: '每月5日前支付', what: '没有这回事' };

function folder(defects: object[]): string {
  const path = mkdtempSync(join(tmpdir(), 'contracts-'));
  writeFileSync(join(path, 'lease-01.md'), text);
  const line = { id: 'lease-01', file: 'lease-01.md', type: 'lease', date: '2025-01-01', defects };
  writeFileSync(join(path, 'labels.jsonl'), `${JSON.stringify(line)}\n`);
  return path;
}

let checklists: Checklist[];
beforeAll(async () => {
  checklists = await loadChecklists(join(import.meta.dirname, '../../../corpus/checklists'));
});
const deps = () => ({
  checklists,
  citeCheck: async () => ({ citations: [], unchecked: 0, uncited: [] }),
  oneYearLpr: () => 0.031,
});

it('counts what was planted and found, what was missed, and false alarms', async () => {
  const report = await evaluateContracts(deps(), readContractSet(folder([defect, elsewhere])));
  expect(report).toMatchObject({ contracts: 1, planted: 2, found: 1, typesRight: 1, recall: 0.5 });
  expect(report.missed.map((one) => one.defect)).toEqual(['d2']);
  expect(report.right + report.falseAlarms.length).toBe(report.findings);
  expect(report.byKind).toEqual({ void: { planted: 2, found: 1 } });
});

it('counts each group of the set by itself', async () => {
  const path = folder([defect, elsewhere]);
  const line = JSON.parse(readFileSync(join(path, 'labels.jsonl'), 'utf8'));
  const lines = [
    { ...line, group: 'one' },
    { ...line, id: 'lease-02', group: 'two', defects: [defect] },
  ];
  writeFileSync(join(path, 'labels.jsonl'), lines.map((row) => JSON.stringify(row)).join('\n'));
  const { byGroup, planted } = await evaluateContracts(deps(), readContractSet(path));
  expect(planted).toBe(3);
  expect(byGroup).toMatchObject({ one: { planted: 2, found: 1 }, two: { planted: 1, found: 1 } });
});

it('names a quotation that is not there, or not once', () => {
  expect(() => readContractSet(folder([{ ...defect, quote: '没有的话' }]))).toThrow(/恰好出现一次/u);
  expect(() => readContractSet(folder([{ ...defect, quote: '张某某' }]))).toThrow(/lease-01\.md/u);
});
