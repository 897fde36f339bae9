/** The value of an arithmetic expression of numbers, `+ - * / ( ) %` and their Chinese look-alikes; null for anything else. */
export function calculate(expression: string): number | null {
  const source = expression
    .normalize('NFKC')
    .replace(/[×xX✕]/gu, '*')
    .replace(/÷/gu, '/')
    .replace(/[−–—]/gu, '-')
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(/元|个月|年|天|日|\s/gu, '');
  const tokens = source.match(/\d+(?:\.\d+)?%?|[-+*/()]/gu) ?? [];
  if (tokens.length === 0 || tokens.length > 200 || tokens.join('') !== source) return null;
  let at = 0;
  const sum = (depth: number): number => {
    let value = product(depth);
    while (tokens[at] === '+' || tokens[at] === '-') value += tokens[at++] === '+' ? product(depth) : -product(depth);
    return value;
  };
  const product = (depth: number): number => {
    let value = unit(depth);
    while (tokens[at] === '*' || tokens[at] === '/') {
      if (tokens[at++] === '*') value *= unit(depth);
      else value /= unit(depth);
    }
    return value;
  };
  const unit = (depth: number): number => {
    const token = tokens[at++];
    if (depth > 50) return Number.NaN;
    if (token === '-') return -unit(depth + 1);
    if (token === '(') {
      const value = sum(depth + 1);
      return tokens[at++] === ')' ? value : Number.NaN;
    }
    if (token === undefined || !/^\d/u.test(token)) return Number.NaN;
    return token.endsWith('%') ? Number(token.slice(0, -1)) / 100 : Number(token);
  };
  const value = sum(0);
  return at === tokens.length && Number.isFinite(value) ? value : null;
}

/** The numbers that stand in such an expression, percentages as shares. */
export function operandsOf(expression: string): number[] {
  const plain = expression.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '');
  return (plain.match(/\d+(?:\.\d+)?%?/gu) ?? []).map((token) =>
    token.endsWith('%') ? Number(token.slice(0, -1)) / 100 : Number(token),
  );
}
