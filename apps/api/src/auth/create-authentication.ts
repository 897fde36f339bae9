import { createUserRequestSchema } from '@lutai/contracts';
import { accounts, type Database, rateLimits, sessions, users, verifications } from '@lutai/db';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import type { Logger } from 'pino';
import { isOwnOrigin } from '../http/own-origin.ts';
import { clientAddressHeader } from './client-address.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export type AuthenticationConfig = {
  db: Database;
  secret: string;
  publicUrl: string | null;
  logger: Logger;
  /** Off only where a test signs in many people within a second. */
  limitSignIns: boolean;
  onSignUp: (user: { id: string; name: string }) => Promise<void>;
};

const day = 24 * 60 * 60;
const minPasswordLength = 10;
/** The rule of accounts that an admin makes; better-auth itself takes a name of any length, or a blank one. */
const personSchema = createUserRequestSchema.pick({ name: true, email: true });

/** Accounts, sessions and their cookies (better-auth). Who signs up here is a client; an admin gives other roles. */
export function createAuthentication(config: AuthenticationConfig) {
  return betterAuth({
    appName: 'Lutai',
    basePath: '/api/auth',
    // Without a public address any of this machine's own will do: which pages are ours is told by `trustedOrigins`.
    baseURL: config.publicUrl ?? 'http://127.0.0.1',
    secret: config.secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(config.db, {
      provider: 'pg',
      transaction: true,
      schema: { user: users, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength,
      maxPasswordLength: 200,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'client' },
        level: { type: 'string', input: false, required: false },
        importance: { type: 'string', input: false, defaultValue: 'standard' },
      },
    },
    session: { expiresIn: 7 * day, updateAge: day },
    rateLimit: {
      enabled: config.limitSignIns,
      storage: 'memory',
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/get-session': false,
      },
    },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      if (request === undefined || !origin) return [];
      const host = request.headers.get('host') ?? new URL(request.url).host;
      return isOwnOrigin(origin, host, config.publicUrl) ? [origin] : [];
    },
    advanced: {
      cookiePrefix: 'lutai',
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    databaseHooks: { user: { create: { before: checkPerson, after: config.onSignUp } } },
    logger: {
      log: (level, message, ...details) => config.logger[level]({ details }, `auth: ${message}`),
    },
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;

async function checkPerson<User extends { name: string; email: string }>(user: User): Promise<{ data: User }> {
  const person = personSchema.safeParse(user);
  if (!person.success) throw new APIError('BAD_REQUEST', { code: 'VALIDATION_ERROR', message: 'name or address' });
  return { data: { ...user, name: person.data.name, image: null } };
}
