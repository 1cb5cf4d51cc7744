import { join } from 'node:path';
import mongoose from 'mongoose';
import { loadConfig } from '#libs/config';
import { projectRoot } from '#libs/embedded';
import { calendarBook, type CalendarBook } from '#libs/rules';
import { calendarData, Store } from '#libs/store';
import { tell } from '../messages/tell.js';
import { readRunning } from './running.js';

/**
 * The calendars a question is answered by: those of the running system, or of the one the environment names; without a system, and
 * where its database does not answer within 1.5 s (said on stderr), the built-in tables.
 */
export async function bookAtHand(dataDir: string | undefined): Promise<CalendarBook> {
  const env = process.env['MONGODB_URI'] ? process.env : readRunning(dataDir ?? join(projectRoot, '.data'));
  if (env === null) return calendarBook();
  try {
    const config = loadConfig({ ...env });
    const options = {
      dbName: config.MONGODB_DB,
      serverSelectionTimeoutMS: 1_500,
      connectTimeoutMS: 1_500,
      autoIndex: false,
    };
    const connection = await mongoose.createConnection(config.MONGODB_URI, options).asPromise();
    try {
      return calendarBook((await calendarData(new Store(connection))) ?? undefined);
    } finally {
      await connection.close();
    }
  } catch (error) {
    console.error(tell('calendar.built-in', { why: (error as Error).message.split('\n')[0] }));
    return calendarBook();
  }
}
