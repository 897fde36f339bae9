import type { DocumentField as Field, FieldProblem } from '@lutai/contracts';
import { useStrings } from '../../language/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { inputId } from './field-path.ts';
import { MissingDot, PartyInput } from './party-input.tsx';
import { SimpleInput } from './simple-input.tsx';
import { TableInput } from './table-input.tsx';

interface DocumentFieldProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
  /** Whether something is missing at a place of the form. */
  isMissing: (path: string) => boolean;
  problems: readonly FieldProblem[];
  /** The client is asked for it. */
  requested: boolean;
  /** The question in plain words is the label. */
  plain?: boolean;
}

/** One field of a document's form: what is asked, its control, and what is wrong with what it holds. */
export function DocumentField(props: DocumentFieldProps) {
  const { documents, common } = useStrings();
  const { field, value, onChange, disabled, isMissing, problems, requested, plain = false } = props;
  const { key, type, label, hint, question } = field;
  const id = inputId(key);
  const grouped = type === 'rows' || type === 'person' || type === 'organisation' || type === 'party';
  const below = [...(plain || question === label ? [] : [question]), ...(hint ? [hint] : [])];
  const head = (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
      {plain ? question : label}
      {!field.required && <span className="font-normal text-faint">{common.optional}</span>}
      {isMissing(key) && <MissingDot />}
      {requested && <Badge tone="accent">{documents.form.requested}</Badge>}
    </span>
  );
  const notes = (
    <>
      {problems.map(({ message, severity }) => (
        <p key={message} lang="zh-CN" className={`text-sm ${severity === 'error' ? 'text-danger' : 'text-warn'}`}>
          {message}
        </p>
      ))}
      {below.length > 0 && (
        <p id={`${id}-hint`} lang="zh-CN" className="text-sm leading-6 text-faint">
          {below.join(' ')}
        </p>
      )}
    </>
  );
  if (grouped) {
    const Input = type === 'rows' ? TableInput : PartyInput;
    return (
      <fieldset id={id} tabIndex={-1} data-field={key} className="flex min-w-0 scroll-mt-24 flex-col gap-2">
        <legend className="mb-1">{head}</legend>
        {notes}
        <Input field={field} value={value} onChange={onChange} disabled={disabled} isMissing={isMissing} />
      </fieldset>
    );
  }
  return (
    <div data-field={key} className="flex min-w-0 scroll-mt-24 flex-col gap-1.5">
      <label htmlFor={id}>{head}</label>
      <SimpleInput
        id={id}
        type={type}
        options={field.options}
        value={value}
        onChange={onChange}
        disabled={disabled}
        invalid={problems.some(({ severity }) => severity === 'error')}
        describedBy={below.length > 0 ? `${id}-hint` : undefined}
      />
      {notes}
    </div>
  );
}
