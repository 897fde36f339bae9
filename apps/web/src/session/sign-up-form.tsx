import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../api/request-error.ts';
import { signUp } from '../api/sign-in.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { checkAccount } from './check-account.ts';
import { PasswordInput } from './password-input.tsx';
import { useEnter } from './use-enter.ts';

export function SignUpForm({ next }: { next: string | undefined }) {
  const { session } = useStrings();
  const errorText = useErrorText();
  const [fields, setFields] = useState({ name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const enter = useEnter(next);
  const mutation = useMutation({ mutationFn: signUp, onSuccess: enter });
  const found = checkAccount(fields, { isNew: true });
  const issues = tried ? found : {};
  const change = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [name]: event.target.value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length > 0) return;
    mutation.mutate({ ...fields, name: fields.name.trim(), email: fields.email.trim() });
  };
  const failure = (error: Error) => {
    if (hasCode(error, 'conflict')) return session.failures.taken;
    return hasCode(error, 'rate-limited') ? session.failures.tooMany : errorText(error);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {mutation.error && (
        <Notice tone="danger" live>
          {failure(mutation.error)}
        </Notice>
      )}
      <Field label={session.name} error={issues.name && session.required[issues.name]}>
        {(control) => (
          <input
            {...control}
            data-testid="signup-name"
            name="name"
            autoComplete="name"
            maxLength={100}
            value={fields.name}
            onChange={change('name')}
            className={`${controlClass} h-11`}
          />
        )}
      </Field>
      <Field label={session.email} error={issues.email && session.required[issues.email]}>
        {(control) => (
          <input
            {...control}
            data-testid="signup-email"
            type="email"
            name="email"
            autoComplete="username"
            value={fields.email}
            onChange={change('email')}
            className={`${controlClass} h-11`}
          />
        )}
      </Field>
      <Field
        label={session.password}
        hint={session.passwordHint}
        error={issues.password && session.required[issues.password]}
      >
        {(control) => (
          <PasswordInput
            {...control}
            data-testid="signup-password"
            name="password"
            autoComplete="new-password"
            maxLength={200}
            value={fields.password}
            onChange={change('password')}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={mutation.isPending} data-testid="signup-submit">
        {session.submitSignUp}
      </Button>
    </form>
  );
}
