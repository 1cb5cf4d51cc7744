import { createConnection } from 'mongoose';
import { Client, Connection } from '@temporalio/client';
import { SteppedClock } from '#libs/clock';
import { loadConfig } from '#libs/config';
import { Store } from '#libs/store';
import { Engine } from '#libs/temporal';
import type { Product } from '../start.js';
import { Stepper } from './stepper.js';
import { Unrest } from './unrest.js';

/** What the driver of the demo holds in its own process. */
export interface DemoConnection {
  store: Store;
  stepper: Stepper;
  close(): Promise<void>;
}

export async function connectDemo(product: Product): Promise<DemoConnection> {
  const config = loadConfig(product.env);
  const mongo = await createConnection(config.MONGODB_URI, { dbName: config.MONGODB_DB }).asPromise();
  const temporal = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const store = new Store(mongo);
  const client = new Client({ connection: temporal, namespace: config.TEMPORAL_NAMESPACE });
  const options = {
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
  };
  const unrest = new Unrest(store);
  unrest.start();
  const stepper = new Stepper(store, new SteppedClock(store), new Engine(client, store, options), unrest);
  return {
    store,
    stepper,
    close: async () => {
      await unrest.stop();
      await temporal.close();
      await mongo.close();
    },
  };
}
