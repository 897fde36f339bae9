import type { DocumentField } from '@lutai/contracts';
import { Plus, X } from 'lucide-react';
import { useStrings } from '../../language/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { controlClass } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { inputId, partPath } from './field-path.ts';
import { asKind, emptyParty, type PartyPart, type PartyValue, partiesOf, partsOf } from './party-value.ts';

interface PartyInputProps {
  field: DocumentField;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
  isMissing: (path: string) => boolean;
}

/** Who a person or an organisation is, part by part; several where the field takes several. */
export function PartyInput({ field, value, onChange, disabled, isMissing }: PartyInputProps) {
  const { documents } = useStrings();
  const { form } = documents;
  const parties = partiesOf(field, value);
  const put = (next: PartyValue[]) => onChange(field.many ? next : next[0]);
  const replace = (at: number, party: PartyValue) => put(parties.map((each, index) => (index === at ? party : each)));
  return (
    <div className="flex flex-col gap-3">
      {parties.map((party, at) => (
        <div
          key={at}
          id={parties.length > 1 ? inputId(`${field.key}.${at + 1}`) : undefined}
          tabIndex={-1}
          className="rounded-lg border border-line bg-surface p-3"
        >
          {(field.type === 'party' || parties.length > 1) && (
            <div className="mb-3 flex items-center gap-2">
              {parties.length > 1 && <span className="text-sm text-faint">{form.item(at + 1)}</span>}
              {field.type === 'party' && (
                <Segmented
                  label={form.kind}
                  value={party.kind}
                  onChange={(kind) => !disabled && replace(at, asKind(party, kind))}
                  options={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: form[kind] }))}
                />
              )}
              {parties.length > 1 && !disabled && (
                <IconButton
                  label={form.removeParty(at + 1)}
                  className="ml-auto"
                  onClick={() => put(parties.filter((_, index) => index !== at))}
                >
                  <X aria-hidden className="size-4" />
                </IconButton>
              )}
            </div>
          )}
          <div className="grid gap-x-3 gap-y-2.5 sm:grid-cols-2">
            {partsOf(field, party).map((part) => {
              const path = partPath(field.key, part, at, parties.length);
              return (
                <PartInput
                  key={part}
                  id={inputId(path)}
                  party={party}
                  part={part}
                  disabled={disabled}
                  missing={isMissing(path)}
                  onChange={(words) => replace(at, { ...party, [part]: words })}
                />
              );
            })}
          </div>
        </div>
      ))}
      {field.many && !disabled && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => put([...parties, emptyParty(field)])}
        >
          {form.addParty}
        </Button>
      )}
    </div>
  );
}

interface PartInputProps {
  id: string;
  party: PartyValue;
  part: PartyPart;
  disabled: boolean;
  missing: boolean;
  onChange: (words: string) => void;
}

const wideParts: readonly PartyPart[] = ['address', 'work'];

function PartInput({ id, party, part, disabled, missing, onChange }: PartInputProps) {
  const { documents } = useStrings();
  const { form } = documents;
  const names: Partial<Record<PartyPart, string>> = form.parts[party.kind];
  const control = { id, disabled, value: party[part] ?? '', className: `${controlClass} h-9` };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', wideParts.includes(part) && 'sm:col-span-2')}>
      <label htmlFor={id} className="flex items-center gap-1.5 text-[0.8125rem] text-soft">
        {names[part]}
        {missing && <MissingDot />}
      </label>
      {part === 'sex' ? (
        <select {...control} onChange={(event) => onChange(event.target.value)}>
          <option value="">{form.choose}</option>
          {['男', '女'].map((sex, at) => (
            <option key={sex} value={sex}>
              {form.sexes[at]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type={part === 'birth' ? 'date' : part === 'phone' ? 'tel' : 'text'}
          lang="zh-CN"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** Marks what is missing; read out as such. */
export function MissingDot() {
  const { documents } = useStrings();
  return (
    <span className="rounded bg-warn-soft px-1 text-xs font-normal leading-5 text-warn">
      {documents.request.lacking}
    </span>
  );
}
