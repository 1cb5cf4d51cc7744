import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const root = resolve(__dirname, '../..');

/** Today's workflows. */
export const todaysBundle = (): Promise<WorkflowBundleWithSourceMap> => bundleOf(join(root, 'workflows'));

/** Today's workflows with one change in the loop they share. @throws when the text to change is not there any more */
export async function bundleWith(before: string, after: string): Promise<WorkflowBundleWithSourceMap> {
  const parent = join(root, '.data'); // inside the project, so that packages are found
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'replay-'));
  try {
    cpSync(join(root, 'workflows'), folder, { recursive: true, filter: (file) => !file.endsWith('.spec.ts') });
    const loop = join(folder, 'shared/process.ts');
    const text = readFileSync(loop, 'utf8');
    if (!text.includes(before)) throw new Error(`the loop does not say "${before}" any more: choose another change`);
    writeFileSync(loop, text.replace(before, after));
    return await bundleOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundleOf(folder: string): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: join(folder, 'index.ts'),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, '#libs': join(root, 'libs') } },
    }),
  });
}
