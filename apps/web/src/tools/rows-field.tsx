import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { controlBase } from '../ui/field.tsx';
import { emptyRow, type RowsKind, readRows, writeRows } from './field-rows.ts';

interface RowsFieldProps {
  id: string;
  kind: RowsKind;
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  onChange: (words: string) => void;
}

/** Several dated items, a row each; rows are added and removed. */
export function RowsField({ id, kind, label, hint, error, value, onChange }: RowsFieldProps) {
  const { tools, common } = useStrings();
  const [rows, setRows] = useState(() => readRows(kind, value));
  const change = (next: typeof rows) => {
    setRows(next);
    onChange(writeRows(kind, next));
  };
  const cells = tools.rowCells[kind];
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="flex min-w-0 flex-col gap-2 sm:col-span-2"
      aria-describedby={`${id}-hint`}
    >
      <legend className="mb-1.5 text-sm font-medium">
        {label}
        <span className="ml-1.5 font-normal text-faint">{common.optional}</span>
      </legend>
      {rows.map((row, at) => (
        <div key={at} className="flex items-center gap-2">
          {row.map((cell, column) => (
            <input
              key={cells[column]}
              aria-label={`${label} ${at + 1} ${cells[column]}`}
              aria-invalid={error ? true : undefined}
              placeholder={cells[column]}
              type={column === 0 || kind === 'spans' ? 'date' : 'text'}
              inputMode={column === 0 || kind === 'spans' ? undefined : 'decimal'}
              value={cell}
              onChange={(event) =>
                change(
                  rows.map((each, index) =>
                    index === at ? each.map((old, place) => (place === column ? event.target.value : old)) : each,
                  ),
                )
              }
              className={`${controlBase} h-10 min-w-0 flex-1`}
            />
          ))}
          <IconButton label={tools.removeRow(at + 1)} onClick={() => change(rows.filter((_, index) => index !== at))}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() => setRows([...rows, emptyRow(kind)])}
      >
        {tools.addRow}
      </Button>
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} lang="zh-CN" className="text-sm text-faint empty:hidden">
        {hint}
      </p>
    </fieldset>
  );
}
