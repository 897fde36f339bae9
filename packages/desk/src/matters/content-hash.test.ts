import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHashOf } from './content-hash.ts';

const content = {
  text: '答复',
  citations: [{ raw: '《示例法》第一条', start: 0 }],
  attachments: [],
  channel: 'portal',
  recipient: 'u1',
};

describe('contentHashOf', () => {
  it('is the same whatever the order of keys, as a database may change it', () => {
    const turned = {
      recipient: 'u1',
      channel: 'portal',
      attachments: [],
      citations: [{ start: 0, raw: '《示例法》第一条' }],
      text: '答复',
    };
    expect(contentHashOf(turned)).toBe(contentHashOf(content));
  });

  it.each([
    { text: '答复 ' },
    { citations: [] },
    { attachments: [{ name: 'a.docx', sha256: '0' }] },
    { channel: 'email' },
    { recipient: 'u2' },
  ])('changes with %j', (change) => {
    expect(contentHashOf({ ...content, ...change })).not.toBe(contentHashOf(content));
  });

  it('is taken over JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });
});
