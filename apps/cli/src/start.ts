import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '#libs/config';
import {
  type Embedded,
  type ManagedProcess,
  projectRoot,
  type RunningEmbedded,
  type ServerName,
  startEmbedded,
} from '#libs/embedded';
import { addressTable } from './process/addresses.js';
import { type ChildName, type ChildrenOptions, makeChildren } from './process/children.js';
import { removeRunning, writeRunning } from './system/running.js';

export interface ProductOptions {
  /** Folder of data, logs and remembered ports. Default `.data` at the top of the installation. */
  dataDir?: string;
  /** False: throw-away data. Default true. */
  durable?: boolean;
  /** Empties the data folder's servers first. Default false. */
  fresh?: boolean;
  /** `stepped` for the demo and tests. Default: CLOCK of the environment, else real. */
  clock?: 'real' | 'stepped';
  /** Default: SIGN_IN of the environment, else `dev`, in production `local`. */
  signIn?: 'dev' | 'local' | 'none';
  /** Added to the environment of API and worker. */
  env?: NodeJS.ProcessEnv;
  /** Added for one of them, e.g. `{ worker: { FAILPOINTS: 'mail.dot:1' } }`. */
  envOf?: ChildrenOptions['envOf'];
  /** Restart what dies. Default true. */
  supervise?: boolean;
  /** One line per event. Default: console. */
  say?: (line: string) => void;
}

/** The running product. */
export interface Product {
  /** Address of console and API. */
  url: string;
  embedded: Embedded;
  /** Environment of API and worker: what a command needs to reach the same servers. */
  env: NodeJS.ProcessEnv;
  /** SIGKILL by process id, for tests; resolves when it is gone. */
  kill(name: ChildName | ServerName): Promise<void>;
  /** Resolves when it serves (again). */
  ready(name: ChildName | ServerName): Promise<void>;
  /** Process id, undefined when it is down or not ours. */
  pid(name: ChildName | ServerName): number | undefined;
  /** Worker, API, then the servers. */
  stop(): Promise<void>;
}

/** Starts servers, API and worker, waits until all serve, and prints their addresses. @throws ConfigError before anything is started */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { say = console.log, supervise = true } = options;
  const base = { ...process.env, ...options.env };
  loadConfig({ ...base, MONGODB_URI: base['MONGODB_URI'] || 'mongodb://127.0.0.1', ...choices(options, base) });

  const began = Date.now();
  const embedded = await startEmbedded({ ...options, env: base, supervise, say });
  const children: Partial<ReturnType<typeof makeChildren>> = {};
  const stop = async () => {
    removeRunning(embedded.dataDir);
    await children.worker?.stop();
    await children.api?.stop();
    await embedded.stop();
  };
  try {
    const usual = Number(base['PORT'] || 3000);
    const { url, env, api, worker } = await onFreePort(embedded, usual, (port) => {
      const at = `http://127.0.0.1:${port}`;
      const own = { ...base, ...addresses(embedded, port, at, base), ...choices(options, base) };
      Object.assign(children, makeChildren(embedded, { env: own, envOf: options.envOf, supervise, say }));
      return { url: at, env: own, ...(children as ReturnType<typeof makeChildren>) };
    });
    say('  ✓ API');
    await worker.start();
    say(`  ✓ worker; sẵn sàng sau ${((Date.now() - began) / 1000).toFixed(1)} giây`);
    say(addressTable(url, embedded));
    writeRunning(embedded.dataDir, env); // lets `dondoc` commands find these servers
    const child = (name: string) => (name === 'api' ? api : name === 'worker' ? worker : undefined);
    return {
      url,
      embedded,
      env,
      kill: (name) => child(name)?.kill() ?? embedded.kill(name as ServerName),
      ready: (name) => child(name)?.ready() ?? embedded.ready(name as ServerName),
      pid: (name) => child(name)?.pid ?? embedded.servers.find((server) => server.name === name)?.pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ports tried before giving up: another launcher may take one between the look and the listening. */
const PORTS_TRIED = 5;

/** Starts the API on a port that is really its own. */
async function onFreePort<T extends { api: ManagedProcess }>(
  { ports }: RunningEmbedded,
  usual: number,
  make: (port: number) => T,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const made = make(await ports.take('api', usual));
    try {
      await made.api.start();
      return made;
    } catch (error) {
      if (!made.api.hopeless || tries === PORTS_TRIED) throw error;
    }
  }
}

function choices(options: ProductOptions, base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const signIn = base['NODE_ENV'] === 'production' ? 'local' : 'dev';
  return {
    CLOCK: options.clock ?? (base['CLOCK'] || 'real'),
    SIGN_IN: options.signIn ?? (base['SIGN_IN'] || signIn),
  };
}

function addresses(embedded: Embedded, port: number, url: string, base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const bundle = join(projectRoot, 'dist/workflow-bundle.js');
  return {
    MONGODB_URI: embedded.mongoUri,
    TEMPORAL_ADDRESS: embedded.temporalAddress,
    SMTP_URL: embedded.smtpUrl,
    PORT: String(port),
    PUBLIC_URL: base['PUBLIC_URL'] || url,
    TEMPORAL_UI_URL: base['TEMPORAL_UI_URL'] || embedded.temporalUiUrl,
    // made by the same build as the code that runs here
    WORKFLOW_BUNDLE: base['WORKFLOW_BUNDLE'] || (existsSync(bundle) ? bundle : ''),
  };
}
