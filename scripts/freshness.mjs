// Whether packages and compiled code still belong to the sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const installStamp = (root) => join(root, 'node_modules/.dondoc-lock');
const buildStamp = (root) => join(root, 'dist/.sources');

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** True when node_modules is missing or was installed from another package-lock.json. */
export function installStale(root) {
  if (read(installStamp(root)) === lockHash(root)) return false;
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installStamp(root)) || !existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs; // installed by hand
}

export const markInstalled = (root) => writeFileSync(installStamp(root), lockHash(root));

const sources = ['apps', 'libs', 'workflows', 'activities', 'scripts'];
const skipped = new Set(['node_modules', 'dist', 'demo-data']);

/** Path, size and time of every source file: changes with any of them. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const walk = (dir) => {
    for (const entry of readdirSync(join(root, dir), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!entry.name.endsWith('.spec.ts')) add(path);
    }
  };
  for (const dir of sources) if (existsSync(join(root, dir))) walk(dir);
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) add(file);
  return hash.digest('hex');
}

export const buildStale = (root) => read(buildStamp(root)) !== fingerprint(root);

export const markBuilt = (root) => writeFileSync(buildStamp(root), fingerprint(root));
