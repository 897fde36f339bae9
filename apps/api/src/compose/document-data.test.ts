import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentTexts, loadDocumentData } from './document-data.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

describe('documentTexts', async () => {
  const texts = documentTexts(await loadDocumentData(repository));

  it('names each template and each check that rests on law, once, with what it cites', () => {
    expect(new Set(texts.map(({ subjectId }) => subjectId)).size).toBe(texts.length);
    expect(texts).toContainEqual({
      ...{ subjectType: 'template', subjectId: 'labour-arbitration', title: '文书模板：劳动人事争议仲裁申请书' },
      citations: expect.arrayContaining(['《中华人民共和国劳动争议调解仲裁法》第二十八条']),
    });
    expect(texts).toContainEqual({
      ...{ subjectType: 'guidance', subjectId: 'check:lease-over-twenty-years', title: '合同审查：租赁期限超过二十年' },
      citations: ['《中华人民共和国民法典》第七百零五条'],
    });
  });
});
