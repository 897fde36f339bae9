import { describe, expect, it } from 'vitest';
import { violations } from './import-table.ts';

describe('the import table', () => {
  it('refuses a room that is not in the table', () => {
    expect(violations('packages/law/src/a.ts', "import { x } from '@lutai/db';")).toHaveLength(1);
    expect(violations('apps/web/src/a.tsx', "import { x } from '@lutai/desk';")).toHaveLength(1);
    expect(violations('packages/desk/src/a.ts', "const x = await import('@lutai/documents');")).toHaveLength(1);
  });

  it('allows what the table names', () => {
    expect(violations('packages/desk/src/a.ts', "import { x } from '@lutai/law';\nimport './b.ts';")).toEqual([]);
    expect(violations('apps/api/src/a.ts', "export * from '@lutai/channels';")).toEqual([]);
  });

  it('refuses a relative import into another room', () => {
    expect(
      violations('packages/desk/src/a.ts', `import { x } from '${'../'.repeat(2)}law/src/index.ts';`),
    ).toHaveLength(1);
  });

  it('keeps testing code out of the product', () => {
    expect(violations('packages/desk/src/a.ts', "import { x } from '@lutai/db/testing';")).toHaveLength(1);
    expect(violations('packages/desk/src/a.test.ts', "import { x } from '@lutai/db/testing';")).toEqual([]);
  });
});
