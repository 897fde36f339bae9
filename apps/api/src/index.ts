export { createDemoAccounts, type DemoAccount } from './accounts/create-demo-accounts.ts';
export { createApp } from './app.ts';
export type { AppDeps, DeskDeps } from './app-deps.ts';
export { type Authentication, createAuthentication } from './auth/create-authentication.ts';
export { openAuthentication } from './auth/open-authentication.ts';
export * from './desk.ts';
export { type Environment, EnvironmentError, readEnvironment } from './env.ts';
export { requireFreePort } from './serving/listen.ts';
export { type ServedDesk, serveDesk } from './serving/serve-desk.ts';
