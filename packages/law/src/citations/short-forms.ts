import { normaliseTitle } from '../titles.ts';

/** What is left of a title without the words that every judicial interpretation has. */
export interface ShortForm {
  /** 「民间借贷」, 「民法典婚姻家庭编」. */
  core: string;
  /** 解释, 规定, 批复 …; 司法解释 stands for any of them. */
  type: string;
  /** 「一」 of 「（一）」, empty where there is none. */
  ordinal: string;
}

const TYPE = /(司法解释|解释|规定|批复|解答|意见|决定|通知|办法|条例|细则|规则|安排|法典|法)$/u;

/** 「最高人民法院关于审理民间借贷案件适用法律若干问题的规定」 → 民间借贷 + 规定. */
export function shortForm(title: string): ShortForm | null {
  const key = normaliseTitle(title).replace(/（试行）$/u, '');
  const ordinal = /(?:（([一二三四五六七八九十])）|([一二三四五六七八九十]))$/u.exec(key);
  const plain = ordinal ? key.slice(0, -ordinal[0].length) : key;
  const found = TYPE.exec(plain)?.[1];
  if (found === undefined) return null;
  // 「公司法解释」 is 公司法 + 解释, not 公 + 司法解释.
  const type = found === '司法解释' && plain.endsWith('公司法解释') ? '解释' : found;
  const core = plain
    .slice(0, -type.length)
    .replace(/最高人民法院|最高人民检察院|中华人民共和国/gu, '')
    .replace(
      /(?:具体)?(?:适用|应用)法律|关于|审理|办理|人民法院|若干问题|有关问题|若干|问题|案件|纠纷|适用|制度|责任|[〈〉的]/gu,
      '',
    );
  return core === '' ? null : { core, type, ordinal: ordinal?.[1] ?? ordinal?.[2] ?? '' };
}

/**
 * Whether a short name may mean a title: same words left, or the end of them where the name has three or more, or
 * the law that they begin with. */
export function mayMean(name: ShortForm, title: ShortForm): 'same' | 'end' | 'beginning' | null {
  const types =
    name.type === title.type || (name.type === '司法解释' && /^(?:解释|规定|批复|解答|意见)$/u.test(title.type));
  if (!types || (name.ordinal !== '' && name.ordinal !== title.ordinal)) return null;
  if (name.core === title.core) return 'same';
  if (name.core.length >= 3 && title.core.endsWith(name.core)) return 'end';
  return (isLaw(name.core) || name.core.length >= 4) && title.core.startsWith(name.core) ? 'beginning' : null;
}

/** Whether what is left of a name is itself a law: of one that has several interpretations none is meant. */
export const isLaw = (core: string) => /(?:法典|法)$/u.test(core);
