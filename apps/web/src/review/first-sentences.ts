/** A text cut after its first `count` sentences. */
export function firstSentences(text: string, count: number): { first: string; rest: string } {
  const sentences = text.match(/[^。]*。|[^。]+$/gu) ?? [];
  return { first: sentences.slice(0, count).join(''), rest: sentences.slice(count).join('') };
}
