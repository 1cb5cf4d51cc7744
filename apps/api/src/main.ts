import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configOrExit } from '#libs/config';
import { ApiModule } from './app.module.js';
import { PORT_TAKEN } from '#libs/config/exit-codes.js';
import { migrateOnce } from './migrate-once.js';
import { setup } from './setup.js';

const config = configOrExit();
await migrateOnce(config.MONGODB_URI, config.MONGODB_DB);
const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(config), {
  bodyParser: false,
  bufferLogs: true,
});
setup(app);
await app.listen(config.PORT, config.HOST).catch((error: NodeJS.ErrnoException) => {
  console.error(error.message);
  process.exit(error.code === 'EADDRINUSE' ? PORT_TAKEN : 1);
});
console.log(`READY ${await app.getUrl()}`);
process.send?.('ready');

// started by the launcher: stop when it dies, even by kill -9
if (process.send) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
