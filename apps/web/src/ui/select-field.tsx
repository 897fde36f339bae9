import { controlClass, Field } from './field.tsx';

interface SelectFieldProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  testId?: string;
  className?: string;
}

/** The machine's own select: at home on phones and on keyboards. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
  testId,
  className,
}: SelectFieldProps<Value>) {
  return (
    <Field label={label} {...(className ? { className } : {})}>
      {(control) => (
        <select
          {...control}
          data-testid={testId}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          className={`${controlClass} h-10`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
