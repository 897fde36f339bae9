import { type AgentLevel, type Importance, importances, levels, type Role, roles } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createUser } from '../api/users.ts';
import { useStrings } from '../language/language.tsx';
import { checkAccount } from '../session/check-account.ts';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { newPassword } from './new-password.ts';

interface Fields {
  name: string;
  email: string;
  password: string;
  role: Role;
  level: AgentLevel | '';
  importance: Importance;
}

const formId = 'create-user-form';

export function CreateUserDialog({ onClose }: { onClose: () => void }) {
  const { office, words, session, common } = useStrings();
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const [fields, setFields] = useState<Fields>({
    name: '',
    email: '',
    password: '',
    role: 'agent',
    level: 'intermediate',
    importance: 'standard',
  });
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const found = checkAccount(fields, { isNew: true });
  const issues = tried ? found : {};
  const mutation = useMutation({
    mutationFn: createUser,
    onSuccess: async (user) => {
      tell(office.users.created(user.name));
      onClose();
      await client.invalidateQueries({ queryKey: ['users'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length > 0) return;
    const { role, level, importance } = fields;
    mutation.mutate({
      name: fields.name.trim(),
      email: fields.email.trim(),
      password: fields.password,
      role,
      level: role === 'agent' && level !== '' ? level : null,
      ...(role === 'client' ? { importance } : {}),
    });
  };
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !mutation.isPending && onClose()}
      title={office.users.create}
      testId="create-user-dialog"
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            busy={mutation.isPending}
            data-testid="create-user-submit"
          >
            {office.users.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4 pt-1">
        {mutation.error && (
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        )}
        <Field label={session.name} error={issues.name && session.required[issues.name]}>
          {(control) => (
            <input
              {...control}
              name="name"
              autoComplete="off"
              maxLength={100}
              value={fields.name}
              onChange={(event) => put({ name: event.target.value })}
              className={`${controlClass} h-10`}
            />
          )}
        </Field>
        <Field label={session.email} error={issues.email && session.required[issues.email]}>
          {(control) => (
            <input
              {...control}
              name="email"
              type="email"
              autoComplete="off"
              value={fields.email}
              onChange={(event) => put({ email: event.target.value })}
              className={`${controlClass} h-10`}
            />
          )}
        </Field>
        <Field
          label={office.users.password}
          hint={office.users.passwordHint}
          error={issues.password && session.required[issues.password]}
        >
          {(control) => (
            <div className="flex gap-2">
              <input
                {...control}
                name="password"
                autoComplete="new-password"
                maxLength={200}
                value={fields.password}
                onChange={(event) => put({ password: event.target.value })}
                className={`${controlClass} h-10 font-mono`}
              />
              <Button onClick={() => put({ password: newPassword() })}>{office.users.generate}</Button>
            </div>
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={office.users.columns.role}
            value={fields.role}
            options={roles.map((value) => ({ value, label: words.role[value] }))}
            onChange={(role) => put({ role })}
          />
          {fields.role === 'agent' && (
            <SelectField
              label={office.users.level}
              value={fields.level}
              options={[
                { value: '' as const, label: office.users.noLevel },
                ...levels.map((value) => ({ value, label: words.level[value] })),
              ]}
              onChange={(level) => put({ level })}
            />
          )}
          {fields.role === 'client' && (
            <SelectField
              label={office.users.columns.importance}
              value={fields.importance}
              options={importances.map((value) => ({ value, label: words.importance[value] }))}
              onChange={(importance) => put({ importance })}
            />
          )}
        </div>
      </form>
    </Modal>
  );
}
