import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configOrExit } from '#libs/config';
import { TemporalWorkerHost } from '#libs/temporal/worker.js';
import { WorkerModule } from './worker.module.js';

const config = configOrExit();
const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: ['error', 'warn', 'log'] });
app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
await app.get(TemporalWorkerHost).running();
console.log('READY worker');
process.send?.('ready');

// started by the launcher: stop when it dies, even by kill -9
if (process.send) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
