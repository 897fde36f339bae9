import { createHash } from 'node:crypto';
import type { DocumentField, FieldValues } from '@lutai/contracts';
import { DeskError } from '../../desk-error.ts';
import type { DocumentWorks } from '../document-works.ts';

const field = (key: string, label: string): DocumentField => ({
  ...{ key, label, type: 'text', required: true, question: `${label}是什么？`, many: false, asked: true },
  needs: { person: [], organisation: [] },
});
const fields = [field('name', '姓名'), field('sum', '金额'), field('basis', '依据')];

/**
 * One template of three fields that cites 《示例法》第一条, and a review that finds 「押金不退」 in a contract. Its files say
 * what they were made of.
 */
export const sampleWorks: DocumentWorks = {
  templates: () => [
    { id: 'claim', name: '申请书', kind: 'arbitration', purpose: '申请', usedBy: '申请人', provisions: [], fields: 3 },
  ],
  prefill: (templateId, facts) => {
    requireTemplate(templateId);
    const { client } = facts;
    return client && typeof client === 'object' && 'name' in client ? { name: client.name } : {};
  },
  fill: (templateId, values) => {
    requireTemplate(templateId);
    const missing = fields.filter(({ key }) => !given(values, key));
    return {
      title: '申请书',
      text: `申请书\n申请人：${told(values, 'name')}。\n请求支付${told(values, 'sum')}元。\n依据${told(values, 'basis')}。`,
      notice: ['按人数提交副本。'],
      fields,
      missing: missing.map(({ key, label, question }) => ({ key, label, question })),
      problems:
        values.sum === '-1' ? [{ fields: ['sum'], severity: 'error', message: '金额不能是负数', provision: null }] : [],
    };
  },
  write: async (_, values, writtenAt) => Buffer.from(`docx ${JSON.stringify(values)} ${writtenAt.toISOString()}`),
  writeLabelled: async (_, values, format, { approval }) =>
    Buffer.from(`${format} ${JSON.stringify(values)} ${approval?.by ?? '未经核准'}`),
  read: async ({ name, bytes }) => {
    if (name.endsWith('.exe')) throw new DeskError('unsupported-file', '不支持的文件类型 .exe');
    if (name.endsWith('.jpg')) return null;
    return { text: Buffer.from(bytes).toString('utf8'), format: 'text', notes: [] };
  },
  recognise: async ({ bytes }, { onProgress }) => {
    onProgress({ page: 1, pages: 1 });
    return { text: Buffer.from(bytes).toString('utf8'), format: 'text', notes: ['文字由机器识别得来。'] };
  },
  contractTypes: () => [{ id: 'lease', name: '租赁合同', sides: [{ id: 'tenant', name: '承租人' }] }],
  review: async (text, { type, side }) => ({
    type: type ?? 'lease',
    typeReason: '写有“租赁”',
    side: side ?? null,
    notes: [],
    findings: [...text.matchAll(/押金不退/gu)].map(({ index }, nth) => ({
      key: createHash('sha256').update(`deposit ${nth}`).digest('hex').slice(0, 16),
      kind: 'one-sided',
      risk: 'medium',
      title: '押金一律不退',
      clause: '第一条',
      quote: '押金不退',
      start: index,
      end: index + 4,
      why: '依据《示例法》第二条，押金应当退还。',
      provisions: ['《示例法》第二条'],
      suggestion: { action: 'replace', text: '押金在退租时退还。' },
    })),
  }),
  annotate: async (_, text, findings) => ({
    bytes: Buffer.from(`annotated ${text} ${JSON.stringify(findings.map(({ suggestion }) => suggestion.text))}`),
    unplaced: [],
  }),
};

const given = (values: FieldValues, key: string): boolean => typeof values[key] === 'string' && values[key] !== '';
const told = (values: FieldValues, key: string): string => (given(values, key) ? String(values[key]) : '【待补】');

function requireTemplate(templateId: string): void {
  if (templateId !== 'claim') throw new DeskError('not-found', `没有“${templateId}”这个文书模板。`);
}
