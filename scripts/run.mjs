// What `npm start`, `npm run demo` and `npm test` call: makes ready what is missing, then hands over. No dependencies.
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale, installStale, markBuilt, markInstalled } from './freshness.mjs';
import { obtain, runGuarded, ServerMissing, stopGuarded } from './servers/index.mjs';

const root = join(import.meta.dirname, '..');
const [command = 'start', ...args] = process.argv.slice(2);
const say = (line) => console.log(line);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(
    `Cần Node từ 20.20, đang là ${process.versions.node}. Cách sửa: cài Node mới hơn. (Node ≥ 20.20 is needed.)`,
  );
  process.exit(2);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const interrupted = () => void stopGuarded().finally(() => process.exit(130));
for (const signal of signals) process.on(signal, interrupted);

try {
  await ready();
} catch (error) {
  await stopGuarded();
  console.error(error instanceof ServerMissing || error.plain ? error.message : error);
  process.exit(1);
}

if (command === 'test') {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  process.exit(await runGuarded(process.execPath, [jest, ...args], { cwd: root }));
}
// the product runs in this very process: one launcher to stop, one to watch
for (const signal of signals) process.off(signal, interrupted);
const main = join(root, 'dist/apps/cli/src/main.js');
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, main, command, ...args];
await import(pathToFileURL(main).href);

async function ready() {
  const servers = Promise.all([
    process.env.MONGODB_URI || obtain('mongo', { say }),
    process.env.TEMPORAL_ADDRESS || obtain('temporal', { say }),
  ]);
  servers.catch(() => {}); // reported below, after the installation
  if (installStale(root)) {
    // npm ci empties what the link points to, which belongs to somebody else
    if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
      throw plain(
        'node_modules là liên kết đến thư mục khác nên không tự cài lại. Cách sửa: xóa liên kết đó rồi chạy lại. (node_modules is a link; remove it.)',
      );
    say('  … cài các gói (npm ci), khoảng 1-2 phút');
    await must('npm', ['ci'], 'npm ci hỏng (npm ci failed)');
    markInstalled(root);
  }
  if (buildStale(root) || !existsSync(join(root, 'dist/apps/cli/src/main.js'))) {
    say('  … biên dịch mã nguồn (npm run build)');
    await must('npm', ['run', '-s', 'build'], 'biên dịch hỏng (the build failed)');
    markBuilt(root);
  }
  await servers;
}

/** Never the long-running part: npm would outlive or be outlived by its child. */
async function must(file, words, what) {
  const code = await runGuarded(file, words, { cwd: root });
  if (code !== 0) throw plain(`${what}, mã ${code}`);
}

/** An error for people: printed without a stack. */
function plain(message) {
  return Object.assign(new Error(message), { plain: true });
}
