// Finds, fetches or builds the servers. No dependencies: also used before `npm ci` has run.
import { build, missingTools } from './build.mjs';
import { downloadTemporal, reachable } from './download.mjs';
import { find } from './find.mjs';

export { find } from './find.mjs';
export { guardFile, runGuarded, stopGuarded } from './run-guarded.mjs';
export { MONGOD, mongodDir } from './versions.mjs';

const MONGOD_SITE = 'https://fastdl.mongodb.org/';

/** One sentence for people: what is missing and the cure. */
export class ServerMissing extends Error {
  name = 'ServerMissing';
}

/**
 * The server on this machine: PATH or cache, then download, then build.
 * @param {'temporal'|'mongo'} what
 * @param {{say?: (line: string) => void, prefer?: 'mongod'|'secantus', downloadMongod?: () => Promise<void>, download?: boolean}} [options]
 *   `download: false` leaves the download sites alone;
 *   `downloadMongod` fills the cache with mongod; without it a reachable download site gives `undefined` (later, when packages are there)
 * @returns {Promise<import('./find.mjs').Found | undefined>} @throws ServerMissing
 */
export async function obtain(what, { say = () => {}, prefer, downloadMongod, download = true } = {}) {
  const first = find(what, prefer);
  for (const problem of first.problems) say(`  ! ${problem}`);
  if (first.found) return first.found;

  const notes = [];
  const attempt = async (how, make) => {
    try {
      await make();
    } catch (error) {
      notes.push(error.message);
      return undefined;
    }
    const { found, problems } = find(what, prefer);
    notes.push(...problems.filter((problem) => !first.problems.includes(problem)));
    return found && { ...found, how };
  };

  if (!download) notes.push('không tải về');
  else if (what === 'mongo' && (await reachable(MONGOD_SITE))) {
    if (!downloadMongod) return undefined;
    const found = await attempt('download', downloadMongod);
    if (found) return found;
  } else if (what === 'temporal') {
    const found = await attempt('download', () => downloadTemporal(say));
    if (found) return found;
  } else notes.push(`${MONGOD_SITE} không trả lời`);

  const lacking = missingTools(what);
  if (lacking.length > 0) throw new ServerMissing(sentence(what, [...first.problems, ...notes], lacking));
  const built = await attempt('build', () => build(what, say));
  if (built) return built;
  throw new ServerMissing(sentence(what, [...first.problems, ...notes], []));
}

function sentence(what, notes, lacking) {
  const [title, program, variable] =
    what === 'temporal' ? ['Temporal', 'temporal', 'TEMPORAL_ADDRESS'] : ['MongoDB', 'mongod', 'MONGODB_URI'];
  const tools = lacking.length > 0 ? `, hoặc cài ${lacking.join(', ')} để tự biên dịch` : '';
  return (
    `Không có máy chủ ${title} (${notes.join('; ')}). Cách sửa: cài chương trình \`${program}\` vào PATH, hoặc đặt ${variable}${tools}, rồi chạy lại. ` +
    `(No ${title} server: put \`${program}\` on PATH, or set ${variable}${lacking.length > 0 ? `, or install ${lacking.join(', ')}` : ''}.)`
  );
}
