import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_FILE_BYTES, readPlanFile, type ReadPlan } from '#libs/documents';
import { isRefusal, refuse } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { Leave, MISUSED, REFUSED } from './exit.js';

/** Reads a plan from a file; looks at its size before anything is read. @throws Leave with one sentence */
export async function planFile(path: string): Promise<ReadPlan> {
  const name = basename(path);
  const about = await stat(path).catch(() => null);
  if (!about?.isFile()) throw new Leave(MISUSED, tell('plan.no-file', { path }));
  if (about.size > MAX_FILE_BYTES) {
    throw new Leave(REFUSED, refuse('document-too-large', { name, limit: MAX_FILE_BYTES / 1024 / 1024 }).reason);
  }
  const found = await readPlanFile({ name, bytes: await readFile(path) }, language);
  if (isRefusal(found)) throw new Leave(REFUSED, found.reason);
  return found;
}
