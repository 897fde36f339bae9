export const written = (value: number) => value.toFixed(4);
export const signed = (value: number) => `${value > 0 ? '+' : ''}${written(value)}`;
export const between = ([low, high]: readonly [number, number]) => `[${written(low)}, ${written(high)}]`;
