import type { ErrorResponse, User } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, openTestApp, type TestApp, testOrigin } from '../testing/index.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

const account = (name: string) => ({ name, email: `${name}@example.com`, password: 'a-long-enough-password' });
const signUp = (body: Record<string, unknown>) => test.anyone.post<ErrorResponse>('/api/auth/sign-up/email', body);

describe('signing up', () => {
  it('makes a client and signs it in by a cookie that scripts cannot read', async () => {
    const answer = await signUp(account('first'));
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=604800/i);
    const me = await test.app.request(`${testOrigin}/api/me`, { headers: { cookie: cookieOf(answer.headers) } });
    expect(await me.json()).toMatchObject({ role: 'client', level: null, importance: 'standard' });
  });

  it.each([{ role: 'admin' }, { level: 'senior' }, { importance: 'key' }])('lets nobody choose %j', async (chosen) => {
    const answer = await signUp({ ...account(`chooser-${Object.keys(chosen)[0]}`), ...chosen });
    const { users } = (await (await test.staff('admin')).get<{ users: User[] }>('/api/users')).body;
    for (const user of users.filter(({ email }) => email.startsWith('chooser'))) {
      expect(user).toMatchObject({ role: 'client', level: null, importance: 'standard' });
    }
    if (answer.status !== 200) expect(answer.body.error.code).toBe('invalid-input');
  });

  it('says in Chinese what is wrong', async () => {
    await signUp(account('taken'));
    const cases: [Record<string, unknown>, number, RegExp][] = [
      [account('taken'), 409, /已经注册/],
      [{ ...account('short'), password: 'short' }, 400, /密码太短/],
      [{ ...account('bad'), email: 'not an address' }, 400, /邮箱|格式/],
      [{ email: 'only@example.com' }, 400, /格式|密码/],
      [{ ...account('long'), name: '长'.repeat(101) }, 400, /格式/],
      [{ ...account('blank'), name: ' 　' }, 400, /格式/],
      [{ ...account('address'), email: `${'x'.repeat(400)}@example.com` }, 400, /格式/],
    ];
    for (const [body, status, message] of cases) {
      const answer = await signUp(body);
      expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringMatching(message)]);
      expect(answer.body.error.requestId).not.toBe('');
    }
  });
});

describe('signing in', () => {
  it('does not say whether the address or the password was wrong', async () => {
    await signUp(account('known'));
    const signIn = (email: string) =>
      test.anyone.post<ErrorResponse>('/api/auth/sign-in/email', { email, password: 'a-wrong-password' });
    const [known, unknown] = [await signIn('known@example.com'), await signIn('nobody@example.com')];
    for (const answer of [known, unknown]) {
      expect(answer.status).toBe(401);
      expect(answer.body.error).toMatchObject({ code: 'unauthenticated', message: '邮箱或密码不正确。' });
    }
  });

  it('ends the session at sign-out', async () => {
    const client = await test.client('leaver');
    expect((await client.get('/api/me')).status).toBe(200);
    expect((await client.post('/api/auth/sign-out')).status).toBe(200);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('takes a cookie that was made up for nobody', async () => {
    const answer = await test.app.request(`${testOrigin}/api/me`, {
      headers: { cookie: 'lutai.session_token=made-up.signature' },
    });
    expect(answer.status).toBe(401);
  });

  it('is refused to a page of another site', async () => {
    const answer = await test.anyone.raw('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'known@example.com', password: 'a-long-enough-password' }),
    });
    expect(answer.status).toBe(403);
  });

  it.each(['list-sessions', 'update-user', 'delete-user', 'ok', 'request-password-reset'])(
    'offers nothing beyond what is needed (%s)',
    async (endpoint) => {
      const client = await test.client(`visitor-${endpoint}`);
      expect((await client.post(`/api/auth/${endpoint}`)).status).toBe(404);
    },
  );
});

describe('too many tries', () => {
  it('are refused for a while, and said so', async () => {
    const strict = await openTestApp({ limitSignIns: true });
    try {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 12; attempt++) {
        const { status, body, headers } = await strict.anyone.post<ErrorResponse>('/api/auth/sign-in/email', {
          email: 'victim@example.com',
          password: `guess-number-${attempt}`,
        });
        statuses.push(status);
        if (status === 429) {
          expect(body.error.code).toBe('rate-limited');
          expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        }
      }
      expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
      expect(statuses.slice(10)).toEqual([429, 429]);
    } finally {
      await strict.close();
    }
  });
});
