import type { Strings } from '../zh.ts';

export const session: Strings['session'] = {
  signIn: 'Sign in',
  signUp: 'Sign up',
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 10 characters',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submitSignIn: 'Sign in',
  submitSignUp: 'Sign up',
  noAccount: 'No account yet?',
  haveAccount: 'Have an account?',
  lead: 'Say what the problem is. A person approves the answer before you get it.',
  points: [
    'Every citation is checked against the text of the law',
    'Every answer is approved by a person before it is sent',
    'Only you and those who handle your matter see it',
  ],
  expired: 'You have been signed out. Sign in again and you will return to where you were.',
  failures: {
    wrong: 'E-mail or password is wrong. Check them and try again.',
    taken: 'This e-mail is registered already. Sign in instead.',
    tooMany: 'Too many tries. Wait a minute and try again.',
  },
  required: {
    name: 'Enter your name.',
    email: 'Enter your e-mail.',
    badEmail: 'An e-mail looks like name@example.com.',
    password: 'Enter your password.',
    shortPassword: 'The password is too short: at least 10 characters.',
  },
};
