import { join } from 'node:path';
import { compiled, ManagedProcess, projectRoot, type RunningEmbedded } from '#libs/embedded';

export type ChildName = 'api' | 'worker';

export interface ChildrenOptions {
  /** Environment of both, already holding the addresses of the servers. */
  env: NodeJS.ProcessEnv;
  /** Added for one of them, e.g. FAILPOINTS. */
  envOf?: Partial<Record<ChildName, NodeJS.ProcessEnv>> | undefined;
  /** Address the API will serve at; its port is in `env.PORT`. */
  url: string;
  supervise: boolean;
  say: (line: string) => void;
}

/** A first start compiles caches and makes indexes; ms. */
const START_MS = 60_000;

/** API and worker of the product, compiled, as children that end with this process. */
export function makeChildren(embedded: RunningEmbedded, options: ChildrenOptions): Record<ChildName, ManagedProcess> {
  const make = (name: ChildName, ready: 'message' | (() => Promise<boolean>)) =>
    new ManagedProcess(
      {
        name,
        program: { node: compiled(`apps/${name}/src/main`) },
        cwd: projectRoot,
        env: { ...options.env, ...options.envOf?.[name] },
        log: join(embedded.dataDir, 'logs', `${name}.log`),
        ready,
        startMs: START_MS,
        supervise: options.supervise,
        onRestart: () => options.say(`  ↻ ${name} đã chết và được khởi động lại (restarted)`),
      },
      embedded.pids,
    );
  return { api: make('api', () => healthy(`${options.url}/health/ready`)), worker: make('worker', 'message') };
}

async function healthy(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
}
