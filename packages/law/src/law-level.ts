import type { LawLevel, ParsedLaw } from './law-types.ts';

const LEVEL_NAMES: Record<string, LawLevel> = {
  constitution: 'constitution',
  宪法: 'constitution',
  law: 'law',
  法律: 'law',
  'administrative-regulation': 'administrative-regulation',
  行政法规: 'administrative-regulation',
  interpretation: 'interpretation',
  司法解释: 'interpretation',
  'departmental-rule': 'departmental-rule',
  部门规章: 'departmental-rule',
  'local-regulation': 'local-regulation',
  地方性法规: 'local-regulation',
  地方政府规章: 'local-regulation',
  自治条例: 'local-regulation',
  单行条例: 'local-regulation',
  other: 'other',
  其他: 'other',
};

/** Folders of the public collections, in the national database's words. */
const FOLDER_LEVELS: Record<string, LawLevel> = {
  ...LEVEL_NAMES,
  宪法相关法: 'law',
  民法典: 'law',
  民法商法: 'law',
  刑法: 'law',
  行政法: 'law',
  经济法: 'law',
  社会法: 'law',
  诉讼与非诉讼程序法: 'law',
  地方法规: 'local-regulation',
};
const CONSTITUTION = /^中华人民共和国宪法(?:修正案)?(?:（.*）)?$/;
const COURTS = /^(?:最高人民法院|最高人民检察院)/;
const REGION =
  /^(?!中华人民共和国|中国)[\u4e00-\u9fff]{2,12}?(?:省|自治区|自治州|自治县|市|特区)[\u4e00-\u9fff]*(?:条例|规定|办法|细则)/;

/** Level of a law: front matter, then a title that leaves no doubt, then the folder, then the rest of the title and header. */
export function decideLevel(evidence: {
  stated: string | null;
  title: string;
  file: string;
  history: readonly string[];
}): Pick<ParsedLaw, 'level' | 'levelSource'> {
  const stated = evidence.stated === null ? undefined : LEVEL_NAMES[evidence.stated];
  if (stated) return { level: stated, levelSource: 'front-matter' };
  if (CONSTITUTION.test(evidence.title)) return { level: 'constitution', levelSource: 'title' };
  if (COURTS.test(evidence.title)) return { level: 'interpretation', levelSource: 'title' };
  const folders = evidence.file.replaceAll('\\', '/').split('/').slice(0, -1).reverse();
  for (const folder of folders) {
    const level = FOLDER_LEVELS[folder];
    // The folder 宪法 holds the constitution alone; anything else in it is a law about it.
    if (level) return { level: level === 'constitution' ? 'law' : level, levelSource: 'file' };
  }
  return fromWords(evidence.title, evidence.history.join('\n'));
}

function fromWords(title: string, history: string): Pick<ParsedLaw, 'level' | 'levelSource'> {
  const found = (level: LawLevel) => ({ level, levelSource: 'title' }) as const;
  if (REGION.test(title)) return found('local-regulation');
  if (/全国人民代表大会/.test(history) || /^中华人民共和国.*(?:法|法典)$/.test(title)) return found('law');
  if (/最高人民(?:法院|检察院)/.test(history)) return found('interpretation');
  if (/国务院令|国务院(?:公布|发布|批准)/.test(history)) return found('administrative-regulation');
  if (/(?:部|局|署|委员会|委|办公室|银行|会)令/.test(history)) return found('departmental-rule');
  return { level: 'other', levelSource: 'none' };
}
