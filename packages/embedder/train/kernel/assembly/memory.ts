/** Where everything lies, laid out once by `reserve`. Addresses are in bytes; the host reads the exported ones. */

export let featureCount: i32 = 0;
/** Bytes of a vector, a multiple of 32. */
export let vectorBytes: usize = 0;

/** float32: the vectors of the features, and the sum of squared gradients of each (Adagrad by feature). */
export let vectors: usize = 0;
export let squares: usize = 0;

/** All texts that a training looks at: entries of row r are `rowStarts[r]` … `[r + 1]` (uint32), each a feature and its weight. */
export let rowStarts: usize = 0;
export let rowFeatures: usize = 0;
export let rowWeights: usize = 0;

/** uint32: the rows of the batch's texts, left ones first. */
export let batch: usize = 0;
/** What is kept of the batch's texts, laid out as the rows are. */
export let starts: usize = 0;
export let features: usize = 0;
export let weights: usize = 0;
/** uint32: places (left × rights + right) of pairs that are neither right nor wrong. */
export let neutral: usize = 0;

/** Vectors of length 1 of the batch's texts, their lengths before, and the gradients on them. */
export let units: usize = 0;
export let lengths: usize = 0;
export let gradients: usize = 0;
/** Left × right: similarities, then the gradient on each. */
export let pulls: usize = 0;

/** The same entries feature by feature: those of the n-th touched feature are `touchedStarts[n]` … `[n + 1]`. */
export let touched: usize = 0;
export let touchedStarts: usize = 0;
export let entryTexts: usize = 0;
export let entryWeights: usize = 0;
/** Entries of each feature, then where its next one goes; 0 for all between steps. */
export let counts: usize = 0;
/** The gradient on one feature. */
export let gradient: usize = 0;

let top: usize = 0;

function take(count: i32, bytes: usize): usize {
  const at = top;
  top = (at + <usize>count * bytes + 63) & ~63;
  const missing = <i32>((top + 65535) >>> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  return at;
}

/** How many features there are and rows and entries of all texts; the rest counts the largest batch. */
export function reserve(
  count: i32,
  dimensions: i32,
  rows: i32,
  rowEntries: i32,
  texts: i32,
  entries: i32,
  pairs: i32,
): void {
  featureCount = count;
  vectorBytes = (<usize>dimensions) << 2;
  top = (__heap_base + 63) & ~63;
  vectors = take(count, vectorBytes);
  squares = take(count, 4);
  rowStarts = take(rows + 1, 4);
  rowFeatures = take(rowEntries, 4);
  rowWeights = take(rowEntries, 4);
  batch = take(texts, 4);
  starts = take(texts + 1, 4);
  features = take(entries, 4);
  weights = take(entries, 4);
  neutral = take(pairs, 4);
  units = take(texts, vectorBytes);
  lengths = take(texts, 4);
  gradients = take(texts, vectorBytes);
  pulls = take(pairs, 4);
  touched = take(count, 4);
  touchedStarts = take(count + 1, 4);
  entryTexts = take(entries, 4);
  entryWeights = take(entries, 4);
  counts = take(count, 4);
  gradient = take(1, vectorBytes);
}
