import { Flights } from '../flights.js';
import { insertMissing, type Store } from '../store.js';
import type { BoundFile, EvidenceBookDoc } from './evidence-documents.js';

/** Requests remembered in a book. */
const KEPT_COMMANDS = 100;

export interface BookCommand {
  key: string;
  bodyHash: string;
}

const departures = new WeakMap<Store, Flights<string, EvidenceBookDoc | null>>();

/** The files of one obligation. Reports that come in together share a read. */
export function evidenceBookOf(store: Store, obligation: string): Promise<EvidenceBookDoc | null> {
  const flights = departures.get(store) ?? new Flights((ids: string[]) => readAll(store, ids));
  departures.set(store, flights);
  return flights.add(obligation);
}

async function readAll(store: Store, ids: string[]): Promise<(EvidenceBookDoc | null)[]> {
  const found = (await store.evidenceBooks
    .find({ _id: { $in: [...new Set(ids)] } })
    .toArray()) as unknown as EvidenceBookDoc[];
  const byId = new Map(found.map((book) => [book._id, book]));
  return ids.map((id) => byId.get(id) ?? null);
}

export interface BookLimits {
  maxPerPlace: number;
  maxPerReport: number;
}

/**
 * Binds a file to its place, within the limits, once. The limits stand in the write: nobody reads first and adds later.
 * @returns the book as it is afterwards; whether the file is in it tells whether there was room
 */
export async function bindFile(
  store: Store,
  obligation: { _id: string; campaign: string },
  file: BoundFile,
  { maxPerPlace, maxPerReport }: BookLimits,
  command: BookCommand | null,
): Promise<EvidenceBookDoc> {
  const { _id, campaign } = obligation;
  await insertMissing(store.evidenceBooks, [{ _id, campaign, bound: [], submitted: [], commands: [] }]);
  const here = { $filter: { input: '$bound', as: 'one', cond: { $eq: ['$$one.path', { $literal: file.path }] } } };
  const room = [{ $lt: [{ $size: '$bound' }, maxPerReport] }, { $lt: [{ $size: here }, maxPerPlace] }];
  await store.evidenceBooks.updateOne(
    {
      _id,
      bound: { $not: { $elemMatch: { path: file.path, hash: file.hash } } },
      $expr: { $and: room },
    },
    { $push: { bound: file, ...remembered(command) } } as never,
  );
  return (await store.evidenceBooks.findOne({ _id })) as unknown as EvidenceBookDoc;
}

/** Takes a file from its place; what a submission has named stays kept. */
export async function unbindFile(
  store: Store,
  obligation: string,
  { path, hash }: Pick<BoundFile, 'path' | 'hash'>,
  command: BookCommand,
): Promise<void> {
  const change = { $pull: { bound: { path, hash } }, $push: remembered(command) };
  await store.evidenceBooks.updateOne({ _id: obligation, 'commands.key': { $ne: command.key } }, change as never);
}

const remembered = (command: BookCommand | null): object =>
  command ? { commands: { $each: [command], $slice: -KEPT_COMMANDS } } : {};

/**
 * Marks what a submission is about to name: from then on it is never removed. An orphaned mark only keeps more.
 * @returns false when a file was taken away meanwhile
 */
export async function markSubmitted(store: Store, obligation: string, files: readonly BoundFile[]): Promise<boolean> {
  const bound = files.map(({ path, hash }) => ({ $elemMatch: { path, hash } }));
  const { matchedCount } = await store.evidenceBooks.updateOne(
    { _id: obligation, bound: { $all: bound } },
    { $addToSet: { submitted: { $each: files } } },
  );
  return matchedCount === 1;
}

/** Every book that names a content, bound or submitted. */
export const booksWith = (store: Store, hash: string): Promise<EvidenceBookDoc[]> =>
  store.evidenceBooks.find({ $or: [{ 'bound.hash': hash }, { 'submitted.hash': hash }] } as never).toArray();
