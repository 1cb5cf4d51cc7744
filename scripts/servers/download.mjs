// Official downloads. A few seconds decide whether the site can be reached; after that only a stalled transfer gives up.
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runGuarded } from './run-guarded.mjs';
import { cacheDir, TEMPORAL, temporalDir } from './versions.mjs';

const REACH_MS = 4000;
const STALL_MS = 15_000;

/** True when the site answers at all within a few seconds. @param {string} url */
export async function reachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS), redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}

/** Fetches the Temporal CLI into the cache. @param {(line: string) => void} say @throws Error when the site cannot be reached */
export async function downloadTemporal(say) {
  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  if (!platform || !arch) throw new Error(`không có bản Temporal cho ${process.platform}/${process.arch}`);
  const url = `https://temporal.download/cli/archive/v${TEMPORAL}?platform=${platform}&arch=${arch}`;
  const to = join(cacheDir, `.build-${process.pid}-temporal-download`);
  try {
    mkdirSync(join(to, 'bin'), { recursive: true });
    await save(url, join(to, 'temporal.tar.gz'), (mb) => say(`  … Temporal ${TEMPORAL}: đã tải ${mb} MB`));
    const code = await runGuarded('tar', ['-xzf', join(to, 'temporal.tar.gz'), '-C', join(to, 'bin'), 'temporal'], {
      onLine: () => {},
    });
    if (code !== 0) throw new Error(`không giải nén được ${url}`);
    rmSync(join(to, 'temporal.tar.gz'));
    rmSync(temporalDir, { recursive: true, force: true });
    renameSync(to, temporalDir);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
}

async function save(url, file, progress) {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error(`${url}: không trả lời`)), REACH_MS);
  try {
    const answer = await fetch(url, { signal: abort.signal }).catch(() => {
      throw new Error(`${new URL(url).origin} không trả lời`);
    });
    if (!answer.ok || !answer.body) throw new Error(`${url}: HTTP ${answer.status}`);
    let bytes = 0;
    let told = 0;
    const meter = new Transform({
      transform(chunk, _encoding, done) {
        clearTimeout(timer);
        timer = setTimeout(() => abort.abort(new Error(`${url}: ngừng giữa chừng`)), STALL_MS);
        bytes += chunk.length;
        if (Date.now() - told > 3000) {
          told = Date.now();
          progress(Math.round(bytes / 1e6));
        }
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(answer.body), meter, createWriteStream(file));
  } finally {
    clearTimeout(timer);
  }
}
