/** Six digits: what ships as text. */
export const round = (values: Float64Array) => Array.from(values, (value) => Number(value.toPrecision(6)));
