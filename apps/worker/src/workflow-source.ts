import { fileURLToPath } from 'node:url';
import type { WorkerExtra } from '#libs/temporal/worker.js';

/** The bundle made by `npm run build`; without it webpack bundles at start, about 1 s (development). */
export function workflowSource(bundle: string | undefined): WorkerExtra {
  return bundle
    ? { workflowBundle: { codePath: bundle } }
    : { workflowsPath: fileURLToPath(new URL('../../../workflows/index.js', import.meta.url)) };
}
