// Once per jest run: MongoDB, Temporal and the workflow bundle, handed to the jest workers through the environment.
const { existsSync, mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');

async function servers() {
  const entry = join(root, 'dist/libs/embedded/index.js');
  if (!existsSync(entry)) throw new Error('dist is missing: run `npm test`, or `npm run build` first');
  const { startEmbedded } = await import(entry);
  const only = ['mongo', 'temporal'];
  const embedded = await startEmbedded({ durable: false, supervise: false, only, say: console.log });
  globalThis.__EMBEDDED__ = embedded;
  process.env.TEST_MONGODB_URI = embedded.mongoUri;
  process.env.TEST_TEMPORAL_ADDRESS = embedded.temporalAddress;
}

async function bundle() {
  const workflowsPath = join(root, 'workflows/index.ts');
  const { bundleWorkflowCode, DefaultLogger } = require('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, '#libs': join(root, 'libs') } },
    }),
  });
  const file = join(mkdtempSync(join(tmpdir(), 'dondoc-bundle-')), 'workflows.js');
  writeFileSync(file, code);
  process.env.TEST_WORKFLOW_BUNDLE = file;
}

/** In CI a missing server or bundle fails the run; elsewhere it is said loudly and the suites that need it are skipped. */
async function orSay(what, work) {
  try {
    await work();
  } catch (error) {
    if (process.env.CI) throw error;
    console.error(
      `\n${'!'.repeat(80)}\n${what}: các bộ kiểm thử cần đến BỊ BỎ QUA (suites are SKIPPED)\n${error.message}\n${'!'.repeat(80)}\n`,
    );
  }
}

module.exports = async () => {
  await Promise.all([orSay('MongoDB, Temporal', servers), orSay('workflow bundle', bundle)]);
};
