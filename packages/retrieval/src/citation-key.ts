/** The form in which titles and articles are compared: no spaces, no book marks, full-width as plain, without 「中华人民共和国」. */
export const articleKey = (citation: string) =>
  citation
    .normalize('NFKC')
    .replace(/[\s\u200b《》]/gu, '')
    .replace(/^中华人民共和国/u, '');
