/** Whether two questions to a client ask much the same: a third of the shorter one's character pairs are the other's. */
export function asksTheSame(one: string, other: string): boolean {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared >= Math.min(left.size, right.size) / 3;
}

function pairsOf(question: string): Set<string> {
  const plain = [...question.replace(/[\p{P}\s]|您|吗|有没有|什么|多少/gu, '')];
  return new Set(plain.slice(1).map((character, index) => `${plain[index]}${character}`));
}
