export type AccountIssue = 'name' | 'email' | 'badEmail' | 'password' | 'shortPassword';
const shortestPassword = 10;

/** What is wrong with each field of a sign-in or sign-up form before it is sent. */
export function checkAccount(
  fields: { name?: string; email: string; password: string },
  { isNew }: { isNew: boolean },
): Partial<Record<'name' | 'email' | 'password', AccountIssue>> {
  const email = fields.email.trim();
  return {
    ...(fields.name !== undefined && fields.name.trim() === '' ? { name: 'name' as const } : {}),
    ...(email === ''
      ? { email: 'email' as const }
      : /^\S+@\S+\.\S+$/.test(email)
        ? {}
        : { email: 'badEmail' as const }),
    ...(fields.password === ''
      ? { password: 'password' as const }
      : isNew && fields.password.length < shortestPassword
        ? { password: 'shortPassword' as const }
        : {}),
  };
}
