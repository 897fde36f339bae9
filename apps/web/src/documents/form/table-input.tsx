import type { DocumentField } from '@lutai/contracts';
import { Plus, X } from 'lucide-react';
import { useStrings } from '../../language/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { cellPath, inputId } from './field-path.ts';
import { MissingDot } from './party-input.tsx';
import { SimpleInput } from './simple-input.tsx';

interface TableInputProps {
  field: DocumentField;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
  isMissing: (path: string) => boolean;
}

type Row = Record<string, unknown>;
const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);

/** A list of rows, each with its columns; rows are added and removed. */
export function TableInput({ field, value, onChange, disabled, isMissing }: TableInputProps) {
  const { documents } = useStrings();
  const { form } = documents;
  const stored = Array.isArray(value) ? value.filter(isRow) : [];
  const rows: Row[] = stored.length === 0 && !disabled ? [{}] : stored;
  const { columns = [] } = field;
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, at) => (
        <div
          key={at}
          id={inputId(`${field.key}.${at + 1}`)}
          tabIndex={-1}
          className="flex gap-1 rounded-lg border border-line bg-surface p-3"
        >
          <div className="grid min-w-0 flex-1 gap-x-3 gap-y-2.5 sm:grid-cols-2">
            {columns.map((column, index) => {
              const path = cellPath(field.key, at, column.key);
              const alone = index === columns.length - 1 && columns.length % 2 === 1;
              return (
                <div
                  key={column.key}
                  className={classNames(
                    'flex min-w-0 flex-col gap-1',
                    (alone || column.type === 'long-text') && 'sm:col-span-2',
                  )}
                >
                  <label htmlFor={inputId(path)} className="flex items-center gap-1.5 text-[0.8125rem] text-soft">
                    {column.label}
                    {isMissing(path) && <MissingDot />}
                  </label>
                  <SimpleInput
                    id={inputId(path)}
                    type={column.type}
                    options={column.options}
                    value={row[column.key]}
                    disabled={disabled}
                    placeholder={column.hint}
                    onChange={(cell) =>
                      onChange(rows.map((each, place) => (place === at ? { ...each, [column.key]: cell } : each)))
                    }
                  />
                </div>
              );
            })}
          </div>
          {!disabled && rows.length > 1 && (
            <IconButton
              label={form.removeRow(at + 1)}
              className="-mt-1 -mr-1"
              onClick={() => onChange(rows.filter((_, place) => place !== at))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          )}
        </div>
      ))}
      {!disabled && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => onChange([...rows, {}])}
        >
          {form.addRow}
        </Button>
      )}
    </div>
  );
}
