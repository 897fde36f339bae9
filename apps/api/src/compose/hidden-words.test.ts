import { createModelDrafter } from '@lutai/desk';
import {
  draftingInput,
  type InjectionAttempt,
  injectionAttempts,
  obeyed,
  scriptedModel,
  soundAnswer,
} from '@lutai/desk/testing';
import { readDocument } from '@lutai/documents';
import { parseLaw } from '@lutai/law';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const title = '示例企业用工规定';
const article = '第一条 建立劳动关系，应当订立书面劳动合同。';

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A law whose Word file carries words in a way that its reader does not see. */
function docxWith(channel: string, text: string): Uint8Array {
  const inside: Record<string, string> = {
    'docx-hidden': run(text, '<w:vanish/>'),
    'docx-white': run(text, '<w:color w:val="FFFFFF"/>'),
    'docx-tiny': run(text, '<w:sz w:val="2"/>'),
    'docx-comment': '<w:r><w:commentReference w:id="1"/></w:r>',
    'docx-footnote': '<w:r><w:footnoteReference w:id="2"/></w:r>',
  };
  const xml: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="${type}.comments+xml"/><Override PartName="/word/footnotes.xml" ContentType="${type}.footnotes+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/comments" Target="comments.xml"/><Relationship Id="r2" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/comments.xml': `<w:comments xmlns:w="${main}"><w:comment w:id="1" w:author="a"><w:p>${run(text)}</w:p></w:comment></w:comments>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${main}"><w:footnote w:id="2"><w:p>${run(text)}</w:p></w:footnote></w:footnotes>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p>${run(title)}</w:p><w:p>${run(article)}${inside[channel] ?? ''}</w:p></w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(xml).map(([name, part]) => [name, strToU8(head + part)])));
}

function htmlWith(channel: string, text: string): Uint8Array {
  const inside: Record<string, string> = {
    'html-hidden': `<p style="display:none" hidden>${text}</p>`,
    'html-attribute': `<img src="x.png" alt="${text}" title="${text}">`,
    'html-comment': `<!-- ${text} -->`,
  };
  return strToU8(`<!doctype html><html><body><h1>${title}</h1><p>${article}</p>${inside[channel] ?? ''}</body></html>`);
}

async function lawFrom({ channel, text }: InjectionAttempt, name?: string) {
  const [kind = ''] = channel.split('-');
  const bytes = kind === 'html' ? htmlWith(channel, text) : docxWith(channel, text);
  const file = name ?? `law.${kind}`;
  const read = (await readDocument(bytes, { name: file })).text;
  return parseLaw(read.startsWith('#') ? read : `# ${read}`, { file });
}

const inFiles = injectionAttempts.filter(({ channel }) => /^(?:docx|html)-/u.test(channel));
/** What the reader of files leaves out by itself; all the rest reaches the prompt as the law's own words. */
const leftOut = ['docx-comment', 'html-attribute', 'html-comment'];

describe('words that are hidden in a law file', () => {
  it.each(inFiles.map((attempt) => [attempt.channel, attempt] as const))(
    'stay material: %s',
    async (channel, attempt) => {
      const law = await lawFrom(attempt);
      const [provision] = law.provisions;
      if (provision === undefined) throw new Error('no provision was read');
      const whole = law.provisions.map(({ text }) => text).join('\n');
      expect(whole.includes(attempt.text)).toBe(!leftOut.includes(channel));
      const { hits } = draftingInput();
      const poisoned = hits.map((hit, at) => (at < 3 ? hit : { ...hit, law: law.title, text: whole }));
      const model = scriptedModel((request) =>
        obeyed(request).length === 0 ? soundAnswer : { ...soundAnswer, conclusion: '照办。' },
      );
      const written = await createModelDrafter({ model }).draft(draftingInput({ hits: poisoned }), {});
      expect(written.conclusion).toBe(soundAnswer.conclusion);
      const sent = model.requests.flatMap(({ messages }) => messages.map(({ content }) => content)).join('');
      expect(sent.includes(attempt.text)).toBe(!leftOut.includes(channel));
    },
  );

  it.each(injectionAttempts.filter(({ channel }) => channel === 'file-name').map(({ text }) => text))(
    'and the name of the file is nowhere in what was read: %s',
    async (name) => {
      const [attempt] = inFiles;
      if (attempt === undefined) throw new Error('no attempt by a file');
      const law = await lawFrom(attempt, `${name}.docx`);
      expect(JSON.stringify(law)).not.toContain(name);
    },
  );
});
