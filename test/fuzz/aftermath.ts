import { createHash } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#libs/config';
import { Reconciler } from '#libs/reconcile';
import { verifyBook, type Store } from '#libs/store';
import { CliModule } from '../../apps/cli/src/system/cli.module.js';
import type { Case } from './cases.js';
import type { Line } from './send.js';
import type { FuzzWorld } from './world.js';

/** Refusals between two looks at the whole store. */
const CHUNK = 300;
/** Written by processes about themselves, whoever asks what; and the counted tries at the door, which a refusal there must leave. */
const RESTLESS = new Set(['processes', 'books', 'clock', 'stamps', 'leases', 'openings', 'sign_in_tries']);

/** Every document of every collection that holds what people said, as one hash each. */
async function fingerprints(store: Store): Promise<Map<string, string>> {
  const db = store.connection.db!;
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const found = new Map<string, string>();
  for (const name of names.filter((one) => !RESTLESS.has(one) && !one.startsWith('system.'))) {
    for await (const document of db.collection(name).find({}).sort({ _id: 1 })) {
      found.set(`${name} ${String(document._id)}`, createHash('sha256').update(JSON.stringify(document)).digest('hex'));
    }
  }
  return found;
}

const moved = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));

/** What was refused is sent once more with nothing else under way: the store is as before, to the last byte. */
export async function resendRefused(
  store: Store,
  settle: () => Promise<void>,
  line: Line,
  refused: Case[],
): Promise<{ sent: number; judged: number; wrong: string[] }> {
  await settle();
  let [sent, judged] = [0, 0];
  const wrong: string[] = [];
  let before = await fingerprints(store);
  for (let at = 0; at < refused.length; at += CHUNK) {
    const some = refused.slice(at, at + CHUNK);
    let taken = 0;
    for (const one of some) {
      const reply = await line.send(one);
      sent += 1;
      if (reply && typeof reply !== 'string' && reply.status < 400) taken += 1;
    }
    await settle();
    const after = await fingerprints(store);
    // what stands differently now may be taken this time; then the chunk says nothing
    if (taken === 0) {
      judged += some.length;
      wrong.push(...moved(before, after).map((key) => `changed by refusals ${at}-${at + some.length}: ${key}`));
    }
    before = after;
  }
  return { sent, judged, wrong };
}

/** What must hold when all is over. */
export async function aftermath({ connection, product }: FuzzWorld): Promise<[string, string[]][]> {
  const { store, stepper } = connection;
  await stepper.settle();
  const config = loadConfig(product.env);
  const app = await NestFactory.createApplicationContext(CliModule.with(config), { logger: ['error'] });
  try {
    const { checked, found } = await app.get(Reconciler).look();
    const books = await store.journal.distinct('book', {});
    const broken: string[] = [];
    let entries = 0;
    for (const book of books) {
      const verified = await verifyBook(store, String(book));
      entries += verified.entries;
      if (verified.brokenAt !== null) broken.push(`${String(book)} from entry ${verified.brokenAt}`);
    }
    return [
      [
        `reconcile looked at ${checked} and finds nothing`,
        found.map(({ kind, subject, cause }) => `${kind} ${subject}: ${cause}`),
      ],
      [`${books.length} books with ${entries} entries verify`, broken],
    ];
  } finally {
    await app.close();
  }
}
