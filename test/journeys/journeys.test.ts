import { testEngines } from '@lutai/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser-path.ts';
import { amendment } from './amendment.ts';
import { consultation } from './consultation.ts';
import { documents } from './documents.ts';
import { draftingSteps } from './drafting-steps.ts';
import { gate } from './gate.ts';
import { type Journey, openJourney } from './open-journey.ts';

describe.skipIf(!findBrowser()).each(testEngines)('in the browser, on %s', (engine) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney(engine);
  });
  afterEach(async ({ task }) => {
    // What everybody saw, for whoever looks into the failure.
    if (task.result?.state === 'fail') await journey.takePictures(`${engine}-${task.id}`);
  });
  afterAll(() => journey?.close());

  describe('a consultation', () => consultation(() => journey));
  describe('the gate', () => gate(() => journey));
  describe('an amendment', () => amendment(() => journey));

  describe('documents', () => documents(() => journey));

  it('met no error in any page', () => {
    expect(journey.pageErrors).toEqual([]);
  });
});

describe.skipIf(!findBrowser())('in the browser, the steps of a draft that a model wrote', draftingSteps);
