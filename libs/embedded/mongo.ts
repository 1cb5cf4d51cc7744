import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { MONGOD, mongodDir, obtain, ServerMissing } from '#servers';
import type { PlanContext, ServerPlan } from './server-plan.js';

const SET_NAME = 'dondoc';
/** Chosen on a new data folder when free; MongoDB's 27017 is left to a server of the machine. */
const USUAL_PORT = 27_117;

/** Waits for the disk on every write, as production does. A direct connection: the set has one member. */
const uriOf = (port: number): string =>
  `mongodb://127.0.0.1:${port}/?directConnection=true&w=majority&journal=true&retryWrites=true`;

/** A replica set of one: mongod, or SecantusDB where mongod cannot be had. */
export async function planMongo(context: PlanContext): Promise<ServerPlan & { uri: string }> {
  const { dataDir, ports, durable, say } = context;
  const data = { mongod: join(dataDir, 'mongod'), secantus: join(dataDir, 'secantus') };
  const prefer = existsSync(data.secantus) && !existsSync(data.mongod) ? 'secantus' : 'mongod';
  const found = await obtain('mongo', { say, prefer, downloadMongod });
  if (!found) throw new ServerMissing('Không có MongoDB (no MongoDB)');
  const kind = found.kind === 'secantus' ? 'secantus' : 'mongod';
  const other = kind === 'mongod' ? data.secantus : data.mongod;
  if (existsSync(other)) say(`  ! Dữ liệu cũ ở ${other} thuộc máy chủ khác và không được dùng`);
  mkdirSync(data[kind], { recursive: true });

  const port = await ports.take('mongo', durable ? USUAL_PORT : 0);
  const uri = uriOf(port);
  const args = kind === 'mongod' ? mongodArgs(port, data.mongod) : secantusArgs(port, data.secantus, durable);
  return {
    how: found.how,
    version: `${kind === 'mongod' ? 'MongoDB' : 'SecantusDB'} ${found.version}`,
    spec: { program: { file: found.path, args }, ready: () => answers(uri, kind === 'mongod') },
    uri,
  };
}

const mongodArgs = (port: number, dir: string): string[] => [
  ...['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dir, '--replSet', SET_NAME],
  ...['--oplogSize', '128', '--wiredTigerCacheSizeGB', '0.25'],
];

/** `--sync-on-commit` makes an answered write survive kill -9; throw-away databases do without it. */
const secantusArgs = (port: number, dir: string, durable: boolean): string[] => [
  ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', dir],
  ...['--cache-size', '256M', '--log-file-max', '16MB', '--log-level', 'WARNING'],
  ...(durable ? ['--sync-on-commit'] : []),
];

/** True when the server takes writes. @param initiate make a fresh mongod a replica set of one */
export async function answers(uri: string, initiate = false): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1000, connectTimeoutMS: 1000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return true;
    if (initiate && hello['info'] === 'Does not have a valid replica set config') {
      const host = new URL(uri.replace('mongodb:', 'http:')).host;
      await admin.command({ replSetInitiate: { _id: SET_NAME, members: [{ _id: 0, host }] } });
    }
    return false;
  } finally {
    await client.close();
  }
}

/** Version a server tells. */
export async function versionOf(uri: string): Promise<string> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 3000 });
  try {
    return String((await client.db('admin').command({ buildInfo: 1 }))['version']);
  } finally {
    await client.close();
  }
}

async function downloadMongod(): Promise<void> {
  const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
  await MongoBinary.getPath({ version: MONGOD, downloadDir: mongodDir });
}
