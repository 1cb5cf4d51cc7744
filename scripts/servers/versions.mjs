// What is started when no address is given, and why these versions: docs/embedded.md.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of servers fetched or built once for all working copies of this user. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dondoc');

/** Temporal CLI: 1.5.1 is the newest that `go install` can build from its module alone. */
export const TEMPORAL = '1.5.1';
/** SecantusDB, a server that speaks MongoDB's protocol; stands in for mongod where only package registries are reachable. */
export const SECANTUS = '0.5.3-beta.196';
/** mongod fetched from MongoDB's own download site. */
export const MONGOD = '8.2.6';

export const temporalDir = join(cacheDir, `temporal-${TEMPORAL}`);
export const secantusDir = join(cacheDir, `secantus-${SECANTUS}`);
export const mongodDir = join(cacheDir, `mongod-${MONGOD}`);
