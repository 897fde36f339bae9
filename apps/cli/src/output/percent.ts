/** A share in 0 … 1 as 「85.6%」. */
export const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)}%`;
