import { readPlanFile, readPlanText, type ReadPlan } from '#libs/documents';
import { isRefusal, type Refusal } from '#libs/domain';
import { ProblemError } from '../http/problem-error.js';
import { nameOf, type Upload } from '../http/upload.js';

/** A plan as it came in, with the name it goes by. */
export interface ArrivedPlan extends ReadPlan {
  name: string;
}

const PASTED = 'văn bản dán vào';

/** Reads the uploaded file, else the pasted text. @throws ProblemError 413, 422, 503 with the reason in words */
export async function arrivedPlan(
  file: Upload | undefined,
  pasted: string | undefined,
  called = PASTED,
): Promise<ArrivedPlan> {
  if (!file) return { name: called, ...unlessRefused(readPlanText(pasted ?? '', called)) };
  const name = nameOf(file);
  return { name, ...unlessRefused(await readPlanFile({ name, bytes: file.buffer })) };
}

const TOO_LARGE = 'document-too-large';
const BUSY = 'document-busy';

function unlessRefused(found: ReadPlan | Refusal): ReadPlan {
  if (!isRefusal(found)) return found;
  throw ProblemError.refused(found.code === TOO_LARGE ? 413 : found.code === BUSY ? 503 : 422, found);
}
