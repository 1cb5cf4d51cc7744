import type { mongo } from 'mongoose';
import { INDEXES } from '../indexes.js';

type Named = { coverage?: { expected: number; in: number; nil: number } };
type Header = { _id: string; totals: Named[] };
type Row = { _id: string };
const PAGE = 500;

/**
 * Headers of sheets keep counts and no longer the names of who is missing, which are read from the rows; rows say when the report that
 * stands was handed in; reports made from a round are found by it.
 */
export async function up(db: mongo.Db): Promise<void> {
  for (const name of ['obligations', 'openings'])
    for (const [keys, options] of INDEXES[name]!) await db.collection(name).createIndex(keys, options ?? {});
  const headers = db.collection<Header>('sheet_headers');
  for await (const { _id, totals } of headers.find({ 'totals.coverage.missing': { $exists: true } })) {
    const counted = totals.map(({ coverage, ...total }) => {
      const { expected = 0, in: present = 0, nil = 0 } = coverage ?? {};
      return { ...total, coverage: { expected, in: present, nil } };
    });
    await headers.updateOne({ _id, totals }, { $set: { totals: counted } });
  }
  const rows = db.collection<Row>('sheet_rows');
  for (;;) {
    const page = await rows
      .find({ handedInAt: { $exists: false } }, { projection: { _id: 1 } })
      .limit(PAGE)
      .toArray();
    if (page.length === 0) return;
    await giveTimes(
      db,
      page.map(({ _id }) => _id),
    );
  }
}

async function giveTimes(db: mongo.Db, ids: string[]): Promise<void> {
  const obligations = await db
    .collection<Row & { submission: string | null }>('obligations')
    .find({ _id: { $in: ids } }, { projection: { submission: 1 } })
    .toArray();
  const submissions = await db
    .collection<Row & { at: Date }>('submissions')
    .find({ _id: { $in: obligations.flatMap(({ submission }) => submission ?? []) } }, { projection: { at: 1 } })
    .toArray();
  const times = new Map(submissions.map(({ _id, at }) => [_id, at]));
  const submissionOf = new Map(obligations.map(({ _id, submission }) => [_id, submission]));
  await db.collection<Row>('sheet_rows').bulkWrite(
    ids.map((_id) => ({
      updateOne: {
        filter: { _id, handedInAt: { $exists: false } },
        update: { $set: { handedInAt: times.get(submissionOf.get(_id) ?? '') ?? null } },
      },
    })),
  );
}

/** Nothing to undo: headers are counted anew by every event. */
export async function down(): Promise<void> {}
