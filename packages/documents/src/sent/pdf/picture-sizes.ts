/** Where a dictionary names its size by reference. */
const unknown = 20_000_000;
const beforeStream = 2000;

/** The pixels of all pictures that a PDF declares as objects of their own, those that no page shows included. */
export function declaredPixels(file: Buffer): number {
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - beforeStream), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (!/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const [width, height] = ['Width', 'Height'].map((name) =>
      Number(new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)\\b`).exec(dictionary)?.[1] ?? Number.NaN),
    );
    const pixels = (width ?? Number.NaN) * (height ?? Number.NaN);
    total += Number.isFinite(pixels) ? pixels : unknown;
  }
  return total;
}
