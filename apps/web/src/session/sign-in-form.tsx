import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../api/request-error.ts';
import { signIn } from '../api/sign-in.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { checkAccount } from './check-account.ts';
import { PasswordInput } from './password-input.tsx';
import { useEnter } from './use-enter.ts';

export function SignInForm({ next }: { next: string | undefined }) {
  const { session } = useStrings();
  const errorText = useErrorText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useEnter(next);
  const mutation = useMutation({ mutationFn: signIn, onSuccess: enter });
  const issues = tried ? checkAccount({ email, password }, { isNew: false }) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(checkAccount({ email, password }, { isNew: false })).length > 0) return;
    mutation.mutate({ email: email.trim(), password });
  };
  const failure = (error: Error) => {
    if (hasCode(error, 'unauthenticated')) return session.failures.wrong;
    return hasCode(error, 'rate-limited') ? session.failures.tooMany : errorText(error);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {mutation.error && (
        <Notice tone="danger" live>
          {failure(mutation.error)}
        </Notice>
      )}
      <Field label={session.email} error={issues.email && session.required[issues.email]}>
        {(control) => (
          <input
            {...control}
            data-testid="signin-email"
            type="email"
            name="email"
            autoComplete="username"
            // biome-ignore lint/a11y/noAutofocus: the page has this one purpose
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            className={`${controlClass} h-11`}
          />
        )}
      </Field>
      <Field label={session.password} error={issues.password && session.required[issues.password]}>
        {(control) => (
          <PasswordInput
            {...control}
            data-testid="signin-password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={mutation.isPending} data-testid="signin-submit">
        {session.submitSignIn}
      </Button>
    </form>
  );
}
