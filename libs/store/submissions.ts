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

const arrivals = new WeakMap<Store, Flights<string, SubmissionDoc | null>>();

/** What was handed in, by its id; asked for side by side it shares a query. */
export function readSubmission(store: Store, id: string): Promise<SubmissionDoc | null> {
  const flights = arrivals.get(store) ?? new Flights((ids: string[]) => readAll(store, ids));
  arrivals.set(store, flights);
  return flights.add(id);
}

async function readAll(store: Store, ids: string[]): Promise<(SubmissionDoc | null)[]> {
  const found = await store.submissions.find({ _id: { $in: [...new Set(ids)] } }).toArray();
  const byId = new Map((found as unknown as SubmissionDoc[]).map((one) => [one._id, one]));
  return ids.map((id) => byId.get(id) ?? null);
}

async function keepAll(store: Store, documents: SubmissionDoc[]): Promise<void[]> {
  await insertMissing(store.submissions, documents);
  return documents.map(() => undefined);
}
