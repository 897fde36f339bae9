import type { CalculatorField } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { controlClass } from '../ui/field.tsx';
import { isRowsKind, withoutSyntax } from './field-rows.ts';
import { RowsField } from './rows-field.tsx';

interface CalculatorInputProps {
  field: CalculatorField;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One field of a calculator by its kind. `id` is where a jump to it lands. */
export function CalculatorInput({ field, id, value, error, onChange }: CalculatorInputProps) {
  const { tools, common } = useStrings();
  const { kind, label, required, fallback, choices = [] } = field;
  const named = choices.find((choice) => choice.id === fallback)?.label ?? fallback;
  const hint = [field.help, ...(named === undefined || kind === 'choice' ? [] : [tools.fallback(named)])].join('；');
  if (isRowsKind(kind)) {
    return (
      <RowsField
        id={id}
        kind={kind}
        label={label}
        hint={withoutSyntax(field.help)}
        error={error}
        value={value}
        onChange={onChange}
      />
    );
  }
  const control = {
    id,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
    value,
    className: `${controlClass} h-10`,
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {!required && <span className="ml-1.5 font-normal text-faint">{common.optional}</span>}
      </label>
      {kind === 'choice' ? (
        <select {...control} onChange={(event) => onChange(event.target.value)}>
          {fallback === undefined && <option value="">{tools.choose}</option>}
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <div className="flex items-center gap-2">
          <input
            {...control}
            type={kind === 'day' ? 'date' : 'text'}
            inputMode={kind === 'rate' || kind === 'text' ? undefined : kind === 'count' ? 'numeric' : 'decimal'}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          {kind === 'money' && <span className="text-sm text-soft">{tools.yuan}</span>}
          {kind === 'percent' && <span className="text-sm text-soft">%</span>}
        </div>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} lang="zh-CN" className="text-sm text-faint">
        {hint}
      </p>
    </div>
  );
}
