export { type Caller, cookieOf, openTestApp, type TestApp, testOrigin } from './open-test-app.ts';
