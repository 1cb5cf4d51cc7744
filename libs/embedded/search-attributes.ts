import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

/** Labels workflows carry, for operators who look for them in Temporal; lists for people come from the store. */
export const searchAttributes = ['campaign', 'step', 'level'] as const;

/** `INDEXED_VALUE_TYPE_KEYWORD` of temporal.api.enums.v1. */
const KEYWORD = 2;
/** A fresh server registers its namespace a moment after it first answers. */
const WAIT_MS = 15_000;

/** Adds the missing search attributes (Keyword) to the namespace; they work at once, also on an existing database. */
export async function ensureSearchAttributes(address: string, namespace = 'default'): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    for (const until = Date.now() + WAIT_MS; ; await sleep(100)) {
      try {
        return await addMissing(connection, namespace);
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  } finally {
    await connection.close();
  }
}

async function addMissing(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = searchAttributes.filter((name) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
  });
}
