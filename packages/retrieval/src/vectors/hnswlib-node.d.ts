/**
 * The part of `hnswlib-node` that is used here. Declared by us because the package is optional: types must hold where it
 * could not be built and is not there.
 */
declare module 'hnswlib-node' {
  export type SpaceName = 'l2' | 'ip' | 'cosine';

  export interface InitIndexOptions {
    maxElements: number;
    m?: number;
    efConstruction?: number;
    randomSeed?: number;
  }

  export class HierarchicalNSW {
    constructor(space: SpaceName, dimensions: number);
    initIndex(options: InitIndexOptions): void;
    readIndex(file: string): Promise<boolean>;
    writeIndex(file: string): Promise<boolean>;
    resizeIndex(maxElements: number): void;
    addPoint(point: number[] | Float32Array, label: number): void;
    setEf(ef: number): void;
    getMaxElements(): number;
    getCurrentCount(): number;
    searchKnn(
      query: number[] | Float32Array,
      count: number,
      filter?: (label: number) => boolean,
    ): { distances: number[]; neighbors: number[] };
  }

  const library: { HierarchicalNSW: typeof HierarchicalNSW };
  export default library;
}
