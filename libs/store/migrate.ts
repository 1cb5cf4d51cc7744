import { fileURLToPath } from 'node:url';

/**
 * Brings the database to the newest form; safe to run at every start (migrate-mongo keeps a change log and a lock).
 * @returns names of the migrations applied now
 */
export async function migrate(uri: string, databaseName: string): Promise<string[]> {
  // loaded only when needed: it imports more at load time, which every user of the store would pay for
  const { config, database, up } = await import('migrate-mongo');
  config.set({
    // one connection: migrate-mongo leaves an index build of its lock unawaited, and on one connection our last command follows it
    mongodb: { url: uri, databaseName, options: { maxPoolSize: 1 } },
    migrationsDir: fileURLToPath(new URL('./migrations', import.meta.url)),
    changelogCollectionName: 'migrations',
    lockCollectionName: 'migration_lock',
    lockTtl: 60,
    migrationFileExtension: '.js',
    useFileHash: false,
    moduleSystem: 'esm',
  });
  const { db, client } = await database.connect();
  try {
    const applied = await up(db, client);
    await db.command({ ping: 1 });
    return applied;
  } finally {
    await client.close();
  }
}
