import type { Connection, mongo } from 'mongoose';

/** A majority that does not answer within this time cannot keep what it promises, ms. */
const PATIENCE_MS = 10_000;

/**
 * Makes sure that an answered write is on the disks of a majority, and that changes can be watched; asked once at start in
 * production. The address alone is judged by `libs/config/production.ts`; this asks the connection as it is, and the server.
 * @throws Error, Vietnamese first, that says what is weaker and how to mend it
 */
export async function requireDurableWrites({ db }: Pick<Connection, 'db'>): Promise<void> {
  const faults = [...weakConcern(db!.writeConcern), ...(await weakServer(db!))];
  if (faults.length === 0) return;
  throw new Error(
    `MONGODB_URI: ${faults.join('; ')}. Cách sửa: dùng replica set với w=majority&journal=true. ` +
      '(The database can lose answered writes; use a replica set with w=majority&journal=true.)',
  );
}

function weakConcern(concern: mongo.WriteConcern | undefined): string[] {
  const { w, journal = concern?.j } = concern ?? {};
  return [
    ...(w === 'majority' ? [] : [`kết nối ghi với w=${w ?? '(trống)'}, không phải majority`]),
    ...(journal === true ? [] : ['kết nối không chờ nhật ký đĩa (journal)']),
  ];
}

async function weakServer(db: mongo.Db): Promise<string[]> {
  const hello = await db.command({ hello: 1 });
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') return ['máy chủ không phải replica set'];
  if (await keepsNothing(db)) return ['máy chủ chỉ giữ dữ liệu trong bộ nhớ'];
  const refused = await refusal(db);
  return refused === null ? [] : [`máy chủ không ghi được tới đa số bản sao (${refused})`];
}

/** An engine in memory answers journaled writes without a disk. Who may not ask has to know it. */
async function keepsNothing(db: mongo.Db): Promise<boolean> {
  try {
    const { storageEngine } = await db.command({ serverStatus: 1 });
    return (storageEngine as { persistent?: boolean } | undefined)?.persistent === false;
  } catch {
    return false;
  }
}

/** One write as durable as all others, into the document of this question. @returns why it was not taken, or null */
async function refusal(db: mongo.Db): Promise<string | null> {
  const writeConcern = { w: 'majority', j: true, wtimeoutMS: PATIENCE_MS } as const;
  try {
    await db
      .collection<{ _id: string }>('stamps')
      .updateOne({ _id: 'durable-writes' }, { $inc: { version: 1 } }, { upsert: true, writeConcern });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
