import type { FieldType } from '@lutai/contracts';
import { useState } from 'react';
import { useStrings } from '../../language/language.tsx';
import { controlClass } from '../../ui/field.tsx';
import { MoneyCapitals } from './money-capitals.tsx';
import { numberWords, readNumber, shownNumber } from './number-words.ts';

export type SimpleType = Exclude<FieldType, 'person' | 'organisation' | 'party' | 'rows'>;

export interface SimpleInputProps {
  id: string;
  type: SimpleType;
  options?: readonly string[] | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  /** Where no label stands beside it. */
  label?: string;
  placeholder?: string | undefined;
}

/** The control of one blank by its type. */
export function SimpleInput(props: SimpleInputProps) {
  const { documents } = useStrings();
  const { id, type, options = [], value, onChange, disabled, invalid, describedBy, label, placeholder } = props;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const control = {
    ...{ id, disabled, placeholder },
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
  if (type === 'money' || type === 'number') return <NumberInput {...props} />;
  if (type === 'choice') {
    return (
      <select
        {...control}
        value={text}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        className={`${controlClass} h-10`}
      >
        <option value="">{documents.form.choose}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  if (type === 'long-text') {
    return (
      <textarea
        {...control}
        lang="zh-CN"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} field-sizing-content min-h-24 resize-y py-2 leading-7`}
      />
    );
  }
  return (
    <input
      {...control}
      type={type === 'date' ? 'date' : 'text'}
      autoComplete="off"
      lang="zh-CN"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      className={`${controlClass} h-10`}
    />
  );
}

/** Keeps what is typed as it was typed; the value is its number. */
function NumberInput({
  id,
  type,
  value,
  onChange,
  disabled,
  invalid,
  describedBy,
  label,
  placeholder,
}: SimpleInputProps) {
  const { documents } = useStrings();
  const [typed, setTyped] = useState(() => numberWords(value));
  const wrong = typeof value === 'string' && value.trim() !== '';
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <input
          id={id}
          disabled={disabled}
          placeholder={placeholder}
          aria-label={label}
          aria-invalid={invalid || wrong || undefined}
          aria-describedby={describedBy}
          inputMode="decimal"
          autoComplete="off"
          value={shownNumber(typed, value)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readNumber(event.target.value));
          }}
          className={`${controlClass} tabular h-10`}
        />
        {type === 'money' && <span className="shrink-0 text-sm text-soft">{documents.form.yuan}</span>}
      </div>
      {wrong && <p className="text-sm text-danger">{documents.form.notANumber}</p>}
      {type === 'money' && typeof value === 'number' && <MoneyCapitals yuan={value} />}
    </div>
  );
}
