import type { SubmissionDoc } from './documents.js';
import { Flights } from './flights.js';
import { insertMissing, type Store } from './store.js';

const departures = new WeakMap<Store, Flights<SubmissionDoc, void>>();

/** Keeps what a unit handed in: immutable, under a key made of its content, so that keeping it twice is keeping it once. */
export function keepSubmission(store: Store, submission: SubmissionDoc): Promise<void> {
  const flights = departures.get(store) ?? new Flights((documents: SubmissionDoc[]) => keepAll(store, documents));
  departures.set(store, flights);
  return flights.add(submission);
}

async function keepAll(store: Store, documents: SubmissionDoc[]): Promise<void[]> {
  await insertMissing(store.submissions, documents);
  return documents.map(() => undefined);
}
