// Builds a server from a package registry into the cache: into a folder of its own first, then renamed, so that no half build is used.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, onPath } from './find.mjs';
import { runGuarded } from './run-guarded.mjs';
import { cacheDir, SECANTUS, secantusDir, TEMPORAL, temporalDir } from './versions.mjs';

const PROGRESS_MS = 5000;

const hasZlib = () => spawnSync('cc', ['-E', '-'], { input: '#include <zlib.h>\n', encoding: 'utf8' }).status === 0;

const recipes = {
  temporal: {
    kind: 'temporal',
    title: `Temporal ${TEMPORAL}`,
    usual: 'khoảng 3 phút (about 3 minutes)',
    dir: temporalDir,
    program: 'bin/temporal',
    missing: () => (onPath('go') ? [] : ['go ≥ 1.26']),
    command: (to) => ({
      file: 'go',
      args: ['install', '-v', '-ldflags', '-s -w', `github.com/temporalio/cli/cmd/temporal@v${TEMPORAL}`],
      env: { ...process.env, GOFLAGS: '', GOBIN: join(to, 'bin') },
    }),
  },
  mongo: {
    kind: 'secantus',
    title: `SecantusDB ${SECANTUS}`,
    usual: 'khoảng 4 phút (about 4 minutes)',
    dir: secantusDir,
    program: 'bin/secantusd-rs',
    missing: () => [
      ...(onPath('cargo') ? [] : ['cargo (Rust)']),
      ...(onPath('cmake') ? [] : ['cmake']),
      ...(onPath('cc') ? (hasZlib() ? [] : ['zlib1g-dev']) : ['cc (trình biên dịch C)']),
    ],
    // settings that halve the build (3.5 instead of 6 minutes) and cost little speed
    command: (to) => ({
      file: 'cargo',
      args: ['install', 'secantus-mdb', '--version', SECANTUS, '--locked', '--ignore-rust-version', '--root', to],
      env: {
        ...process.env,
        CARGO_TARGET_DIR: join(to, 'target'),
        CARGO_PROFILE_RELEASE_LTO: 'off',
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '64',
        CARGO_PROFILE_RELEASE_OPT_LEVEL: '2',
      },
    }),
  },
};

/** Tools a build needs and this machine lacks. @param {'temporal'|'mongo'} what @returns {string[]} */
export const missingTools = (what) => recipes[what].missing();

/**
 * Builds the server, or waits for another process that is building it. @throws Error with the end of the build's output
 * @param {'temporal'|'mongo'} what @param {(line: string) => void} say
 */
export async function build(what, say) {
  const recipe = recipes[what];
  const program = join(recipe.dir, recipe.program);
  mkdirSync(cacheDir, { recursive: true });
  const release = await lock(`${recipe.dir}.lock`, () =>
    say(`  … ${recipe.title}: tiến trình khác đang biên dịch, chờ`),
  );
  try {
    if (existsSync(program) && 'version' in ask(recipe.kind, program)) return; // another process built it meanwhile
    removeHalfBuilds();
    const to = join(cacheDir, `.build-${process.pid}-${basename(recipe.dir)}`);
    try {
      say(`  … ${recipe.title}: biên dịch từ kho gói, ${recipe.usual}, chỉ một lần`);
      await compile(recipe, to, say);
      rmSync(join(to, 'target'), { recursive: true, force: true });
      rmSync(recipe.dir, { recursive: true, force: true });
      renameSync(to, recipe.dir);
    } finally {
      rmSync(to, { recursive: true, force: true });
    }
  } finally {
    release();
  }
}

async function compile({ title, program, command }, to, say) {
  const started = Date.now();
  const tail = [];
  let packages = 0;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const timer = setInterval(() => say(`  … ${title}: đã qua ${packages} gói, ${seconds()} giây`), PROGRESS_MS);
  const { file, args, env } = command(to);
  mkdirSync(to, { recursive: true });
  const code = await runGuarded(file, args, {
    cwd: to,
    env,
    onLine: (line) => {
      if (tail.push(line) > 15) tail.shift();
      if (/^\s*Compiling |^[\w.-]+(\/[\w.@-]+)+$/.test(line)) packages += 1;
    },
  }).finally(() => clearInterval(timer));
  if (code !== 0 || !existsSync(join(to, program)))
    throw new Error(`${title}: biên dịch hỏng, mã ${code}\n${tail.join('\n')}`);
  say(`  ✓ ${title}: biên dịch xong sau ${seconds()} giây`);
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** One builder per server on this machine: a file with the builder's pid. @returns {Promise<() => void>} release */
async function lock(file, waiting) {
  for (let told = false; ; await sleep(500)) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, { encoding: 'utf8', flag: 'a+' }));
    if (holder && alive(holder)) {
      if (!told) waiting();
      told = true;
    } else {
      try {
        unlinkSync(file);
      } catch {
        // released meanwhile
      }
    }
  }
}

/** Folders of builders that were killed. */
function removeHalfBuilds() {
  for (const name of readdirSync(cacheDir)) {
    const pid = Number(/^\.build-(\d+)-/.exec(name)?.[1]);
    if (pid && pid !== process.pid && !alive(pid)) rmSync(join(cacheDir, name), { recursive: true, force: true });
  }
}
