import { fileURLToPath } from 'node:url';
import { underMigrationLock } from './migration-lock.js';

/**
 * Brings the database to the newest form; safe to run at every start, by any number of processes.
 * @returns names of the migrations applied now  @throws Error speaking of the lock while another process migrates
 */
export async function migrate(uri: string, databaseName: string): Promise<string[]> {
  // loaded only when needed: it imports more at load time, which every user of the store would pay for
  const { config, database, up } = await import('migrate-mongo');
  config.set({
    mongodb: { url: uri, databaseName, options: { maxPoolSize: 2 } },
    migrationsDir: fileURLToPath(new URL('./migrations', import.meta.url)),
    changelogCollectionName: 'migrations',
    lockCollectionName: 'unused',
    lockTtl: 0, // no lock of its own: see `underMigrationLock`
    migrationFileExtension: '.js',
    useFileHash: false,
    moduleSystem: 'esm',
  });
  const { db, client } = await database.connect();
  try {
    return await underMigrationLock(db, () => up(db, client));
  } finally {
    await client.close();
  }
}
