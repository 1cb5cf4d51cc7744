// Looks for a usable server on PATH and in the cache. Nothing is fetched or built here.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mongodDir, secantusDir, temporalDir } from './versions.mjs';

/** A server that runs here. @typedef {{kind: 'temporal'|'mongod'|'secantus', path: string, how: 'PATH'|'cache'|'download'|'build', version: string}} Found */

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} name first program of that name on PATH */
export function onPath(name, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((dir) => join(dir, name))
    .find(isProgram);
}

const patterns = {
  temporal: /temporal version \S+ \(?(?:Server (\S+?)[,)])?/i,
  mongod: /db version v(\S+)/,
  secantus: /secantusd-rs (\S+)/,
};

/** Runs `--version`. @returns {{version: string} | {problem: string}} */
export function ask(kind, path) {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const match = patterns[kind].exec(run.stdout ?? '');
  if (run.status === 0 && match) return { version: match[1] ?? match[0] };
  const why = run.error?.message ?? ((run.stderr || run.stdout || '').trim().split('\n')[0] || `mã ${run.status}`);
  return { problem: `${path} không chạy được --version: ${why} (cannot run --version)` };
}

const mongodInCache = () => {
  try {
    return readdirSync(mongodDir)
      .filter((name) => name.startsWith('mongod'))
      .map((name) => join(mongodDir, name))
      .find(isProgram);
  } catch {
    return undefined;
  }
};
const inCache = (path) => (isProgram(path) ? path : undefined);

const places = {
  temporal: [
    ['temporal', 'PATH', () => onPath('temporal')],
    ['temporal', 'cache', () => inCache(join(temporalDir, 'bin/temporal'))],
  ],
  mongod: [
    ['mongod', 'PATH', () => onPath('mongod')],
    ['mongod', 'cache', mongodInCache],
  ],
  secantus: [
    ['secantus', 'PATH', () => onPath('secantusd-rs')],
    ['secantus', 'cache', () => inCache(join(secantusDir, 'bin/secantusd-rs'))],
  ],
};

/**
 * @param {'temporal'|'mongo'} what @param {'mongod'|'secantus'} [prefer] the engine whose data is already there
 * @returns {{found?: Found, problems: string[]}} problems: programs that are there but do not run
 */
export function find(what, prefer = 'mongod') {
  const other = prefer === 'mongod' ? 'secantus' : 'mongod';
  const order = what === 'temporal' ? places.temporal : [...places[prefer], ...places[other]];
  const problems = [];
  for (const [kind, how, look] of order) {
    const path = look();
    if (!path) continue;
    const answer = ask(kind, path);
    if ('version' in answer) return { found: { kind, path, how, version: answer.version }, problems };
    problems.push(answer.problem);
  }
  return { problems };
}
