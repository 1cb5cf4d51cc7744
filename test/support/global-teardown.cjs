const { rmSync } = require('node:fs');
const { dirname } = require('node:path');

module.exports = async () => {
  await globalThis.__EMBEDDED__?.stop();
  if (process.env.TEST_WORKFLOW_BUNDLE)
    rmSync(dirname(process.env.TEST_WORKFLOW_BUNDLE), { recursive: true, force: true });
};
