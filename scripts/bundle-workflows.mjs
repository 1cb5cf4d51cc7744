// Bundles the compiled workflows once, so that a worker starts without webpack: dist/workflow-bundle.js.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const dist = join(import.meta.dirname, '../dist');
const { code } = await bundleWorkflowCode({
  workflowsPath: join(dist, 'workflows/index.js'),
  logger: new DefaultLogger('ERROR'),
});
writeFileSync(join(dist, 'workflow-bundle.js'), code);
console.log(`dist/workflow-bundle.js ${(code.length / 1e6).toFixed(2)} MB`);
