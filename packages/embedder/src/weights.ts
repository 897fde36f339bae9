/**
 * The weights as a file: `LTEM`, the header's length (uint32), the header (JSON, padded with spaces to a multiple of 4),
 * one float32 scale a feature (idf and quantisation in one), the int8 vectors, the features' names (UTF-8, one a line).
 */
export interface Weights {
  dimensions: number;
  features: string[];
  scales: Float32Array;
  vectors: Int8Array;
}

interface Header {
  format: 1;
  dimensions: number;
  features: number;
}

const MAGIC = 'LTEM';

export function encodeWeights({ dimensions, features, scales, vectors }: Weights): Buffer {
  const header: Header = { format: 1, dimensions, features: features.length };
  const json = JSON.stringify(header);
  const padded = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4), 'utf8');
  const prefix = Buffer.alloc(8);
  prefix.write(MAGIC, 'latin1');
  prefix.writeUInt32LE(padded.length, 4);
  return Buffer.concat([
    prefix,
    padded,
    Buffer.from(scales.buffer, scales.byteOffset, scales.byteLength),
    Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength),
    Buffer.from(features.join('\n'), 'utf8'),
  ]);
}

/** Throws where the file is of another kind or cut short. */
export function decodeWeights(file: Uint8Array): Weights {
  // A copy begins at an even address, which the views below need.
  const bytes = Uint8Array.from(file);
  const buffer = Buffer.from(bytes.buffer);
  if (buffer.length < 8 || buffer.toString('latin1', 0, 4) !== MAGIC) throw new Error('not a file of embedder weights');
  const start = 8 + buffer.readUInt32LE(4);
  // Written by encodeWeights alone; the format number is checked next.
  const header = JSON.parse(buffer.toString('utf8', 8, start)) as Header;
  if (header.format !== 1) throw new Error(`embedder weights of an unknown format: ${header.format}`);
  const { dimensions, features: count } = header;
  const vectorsAt = start + count * 4;
  const namesAt = vectorsAt + count * dimensions;
  const features = buffer.toString('utf8', namesAt).split('\n');
  if (features.length !== count) throw new Error('the file of embedder weights is cut short');
  return {
    dimensions,
    features,
    scales: new Float32Array(bytes.buffer, start, count),
    vectors: new Int8Array(bytes.buffer, vectorsAt, count * dimensions),
  };
}

/** Int8 vectors and the scale that brings each back, times its idf. */
export function quantise(vectors: Float32Array, idf: Float32Array, dimensions: number) {
  const quantised = new Int8Array(vectors.length);
  const scales = idf.map((weight, feature) => {
    const own = vectors.subarray(feature * dimensions, (feature + 1) * dimensions);
    let largest = 0;
    for (const value of own) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) return 0;
    for (const [d, value] of own.entries()) quantised[feature * dimensions + d] = Math.round((value / largest) * 127);
    return (largest / 127) * weight;
  });
  return { scales, vectors: quantised };
}
