const spacesInChinese = /(?<=[\p{Script=Han}\p{P}])[ \t\u3000]+|[ \t\u3000]+(?=[\p{Script=Han}\p{P}])/gu;
/** 第三条 that opens a line of its own, not the 第三条 of 「第三条所述的租金」 at the end of a line before. */
const opensArticle =
  /^(第[零〇一二三四五六七八九十百\d]+[编章节条])(?![编章节条款项]|[所规约的中和及与或第之、，。])(?=\S)/u;

/**
 * What a reader of pictures gives, line by line, without the spaces that it sees between Chinese characters; the one
 * behind the number of an article stays.
 */
export const recognisedLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(spacesInChinese, '').trim().replace(opensArticle, '$1 '))
    .filter((line) => line !== '');
