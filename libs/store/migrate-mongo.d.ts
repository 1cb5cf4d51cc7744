/** The part of migrate-mongo (untyped) that we use. */
declare module 'migrate-mongo' {
  import type { mongo } from 'mongoose';

  export const config: { set(config: Record<string, unknown>): void };
  export const database: { connect(): Promise<{ db: mongo.Db; client: mongo.MongoClient }> };
  export function up(db: mongo.Db, client: mongo.MongoClient): Promise<string[]>;
}
