// Program: a worker for the raw anchors, with the options of the product's own worker. Argument: Temporal's address.
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ANCHOR_QUEUE } from './anchor-queue.js';

Runtime.install({ shutdownSignals: ['SIGTERM', 'SIGINT'], logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: process.argv[2] ?? '127.0.0.1:7233' });
const worker = await Worker.create({
  connection,
  taskQueue: ANCHOR_QUEUE,
  workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
  maxCachedWorkflows: 400, // as in apps/worker
});
process.on('disconnect', () => process.exit(0));
const running = worker.run();
process.send?.('ready');
await running;
await connection.close();
process.exit(0);
