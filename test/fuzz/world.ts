import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDemo, type DemoConnection } from '../../apps/cli/src/demo/connection.js';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { Hand, type Answer } from '../../apps/cli/src/demo/hand.js';
import { live } from '../../apps/cli/src/demo/live.js';
import { startProduct, type Product } from '../../apps/cli/src/start.js';

/** A request that somebody of the world made and that was taken. */
export interface Recorded {
  method: string;
  path: string;
  post: string;
  body: unknown;
}

export interface FuzzWorld {
  product: Product;
  connection: DemoConnection;
  recorded: Recorded[];
  dataDir: string;
  close(sound: boolean): Promise<void>;
}

const ON_FORMS = ['report', 'interim_review', 'final_report'];

/** Ends the life of the world at its moment. */
class Enough extends Error {}

class RecordingHand extends Hand {
  readonly recorded: Recorded[] = [];

  override async post(post: string, path: string, body: object, key: string): Promise<Answer> {
    return this.note('POST', path, post, body, await super.post(post, path, body, key));
  }

  override async patch(post: string, path: string, body: object, key: string): Promise<Answer> {
    return this.note('PATCH', path, post, body, await super.patch(post, path, body, key));
  }

  private note(method: string, path: string, post: string, body: object, answer: Answer): Answer {
    if (answer.ok) this.recorded.push({ method, path, post, body });
    return answer;
  }
}

/**
 * A campaign of the demo on real servers, API and worker, stopped in the middle of its life: at the first instant at which so many reports
 * are in and others are still owed (`reports`), or at which a session of the council has been laid out (`council`).
 */
export async function fuzzWorld(code: string, moment: 'reports' | 'council'): Promise<FuzzWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-fuzz-'));
  const say = (): void => undefined;
  const env = { MAIL_LEASE_MS: '3000', MAIL_POOL: '40', LOG_LEVEL: 'error', MAIL_BOUNCE_SECRET: BOUNCE_SECRET };
  const product = await startProduct({ clock: 'stepped', signIn: 'dev', say, dataDir, fresh: true, env });
  const connection = await connectDemo(product);
  const hand = new RecordingHand(product.url);
  const whole = demoWorld(1);
  const world = { ...whole, plans: whole.plans.filter((plan) => plan.code === code) };
  const { store, stepper } = connection;
  const reached = async (): Promise<boolean> => {
    if (moment === 'council') return (await store.sessions.countDocuments({})) > 0;
    const inStates = async (states: string[]): Promise<number> =>
      store.obligations.countDocuments({ kind: { $in: ON_FORMS }, state: { $in: states } } as never);
    return (await inStates(['submitted', 'received', 'accepted'])) >= 2 && (await inStates(['open', 'returned'])) >= 2;
  };
  try {
    await live({
      ...{ world, seed: 1, hand, connection, say },
      onStep: async () => {
        if (await reached()) throw new Enough();
      },
    });
    throw new Error(`${code} never came to its moment “${moment}”`);
  } catch (error) {
    if (!(error instanceof Enough)) {
      await connection.close();
      await product.stop();
      throw error;
    }
  }
  await stepper.settle();
  const close = async (sound: boolean): Promise<void> => {
    await connection.close();
    await product.stop();
    if (sound) rmSync(dataDir, { recursive: true, force: true });
  };
  return { product, connection, recorded: hand.recorded, dataDir, close };
}

export const BOUNCE_SECRET = 'bounce-secret-of-the-fuzz';
