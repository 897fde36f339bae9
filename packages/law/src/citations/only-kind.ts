const ORDINAL = '(?:（[一二三四五六七八九十]）|\\([一二三四五六七八九十]\\)|[一二三四五六七八九十])?';
const ONLY_KIND = new RegExp(
  `^(?:(?:适用法律)?(?:若干|有关|具体)?问题的|若干|补充|暂行|实施|试行|管理)?(?:条例|司法解释|解释|办法|规定|细则|规则|决定|批复|意见|通知|法)${ORDINAL}$`,
  'u',
);

/** 「条例」, 「实施细则」, 「解释（一）」: a name that says what kind of text is meant and not which. */
export const isOnlyKind = (name: string) => ONLY_KIND.test(name);
