const AWAY = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedError',
  'PoolClosedError',
]);
/** Shutting down, stepping down, not primary: somebody will answer soon. */
const AWAY_CODES = new Set([91, 189, 11600, 11602, 10107, 13435, 13436]);

/** Is MongoDB out of reach, rather than refusing what we asked? */
export function storeIsAway(error: unknown): boolean {
  const { name = '', code } = (error ?? {}) as { name?: string; code?: unknown };
  return AWAY.has(name) || (typeof code === 'number' && AWAY_CODES.has(code));
}
