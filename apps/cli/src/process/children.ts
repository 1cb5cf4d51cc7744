import { join } from 'node:path';
import { PORT_TAKEN } from '#libs/config/exit-codes.js';
import { compiled, ManagedProcess, projectRoot, type RunningEmbedded } from '#libs/embedded';

export type ChildName = 'api' | 'worker';

export interface ChildrenOptions {
  /** Environment of both, already holding the addresses of the servers. */
  env: NodeJS.ProcessEnv;
  /** Added for one of them, e.g. FAILPOINTS. */
  envOf?: Partial<Record<ChildName, NodeJS.ProcessEnv>> | undefined;
  supervise: boolean;
  say: (line: string) => void;
}

/** A first start compiles caches and makes indexes; ms. */
const START_MS = 60_000;

/** API and worker of the product, compiled, as children that end with this process. */
export function makeChildren(embedded: RunningEmbedded, options: ChildrenOptions): Record<ChildName, ManagedProcess> {
  const make = (name: ChildName) =>
    new ManagedProcess(
      {
        name,
        program: { node: compiled(`apps/${name}/src/main`) },
        cwd: projectRoot,
        env: { ...options.env, ...options.envOf?.[name] },
        log: join(embedded.dataDir, 'logs', `${name}.log`),
        // it says itself that it listens: on its port somebody else's API may be answering
        ready: 'message',
        hopeless: PORT_TAKEN,
        startMs: START_MS,
        supervise: options.supervise,
        onRestart: () => options.say(`  ↻ ${name} đã chết và được khởi động lại (restarted)`),
      },
      embedded.pids,
    );
  return { api: make('api'), worker: make('worker') };
}
