import 'reflect-metadata';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import mongoose from 'mongoose';
import { type Config, ConfigError, loadConfig } from '#libs/config';
import { projectRoot } from '#libs/embedded';
import { tell } from '../messages/tell.js';
import { CliModule } from './cli.module.js';
import { Leave, MISUSED } from './exit.js';
import { readRunning } from './running.js';

/**
 * Runs a command against the system named by the environment, else the one running on the data folder.
 * @throws Leave with one sentence where there is none, or its database does not answer within 3 s
 */
export async function withSystem<T>(
  dataDir: string | undefined,
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(dataDir);
  await answering(config.MONGODB_URI);
  const app = await NestFactory.createApplicationContext(CliModule.with(config), { logger: ['error'] });
  try {
    return await work(app, config);
  } finally {
    await app.close();
  }
}

/** @throws Leave naming the wrong variables */
export function configOf(dataDir: string | undefined): Config {
  const running = process.env['MONGODB_URI'] ? {} : readRunning(dataDir ?? join(projectRoot, '.data'));
  if (running === null) throw new Leave(MISUSED, tell('no-system'));
  try {
    return loadConfig({ ...running, ...given() });
  } catch (error) {
    if (error instanceof ConfigError) throw new Leave(MISUSED, error.message);
    throw error;
  }
}

/** Empty variables count as not set, so that they do not hide what the running system uses. */
const given = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));

async function answering(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 3000, connectTimeoutMS: 3000 });
  try {
    await client.db('admin').command({ ping: 1 });
  } catch (error) {
    throw new Leave(MISUSED, tell('no-mongo', { why: (error as Error).message }));
  } finally {
    await client.close();
  }
}
