export * from './open-document-desk.ts';
export { type Caller, cookieOf, openTestApp, ruleOnFindings, type TestApp, testOrigin } from './open-test-app.ts';
