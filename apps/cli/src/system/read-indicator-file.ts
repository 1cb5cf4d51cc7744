import { readFile, stat } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { indicatorFile, vietnameseErrors } from '#libs/contracts/http/index.js';
import { language, tell } from '../messages/tell.js';
import { Leave, MISUSED, REFUSED } from './exit.js';

/** Thousands of definitions; what is larger is another file. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The indicators of a YAML or JSON file. @throws Leave with every place that is wrong */
export async function readIndicatorFile(path: string): Promise<z.output<typeof indicatorFile>['indicators']> {
  const about = await stat(path).catch(() => null);
  if (!about?.isFile()) throw new Leave(MISUSED, tell('plan.no-file', { path }));
  if (about.size > MAX_BYTES) throw new Leave(REFUSED, tell('calendar.too-large', { path, limit: 4 }));
  const document = parseDocument(await readFile(path, 'utf8'), { uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) throw new Leave(REFUSED, tell('indicator.broken', { path, why: broken.message.split('\n')[0]! }));
  const error = language === 'vi' ? { error: vietnameseErrors } : {};
  const parsed = indicatorFile.safeParse(document.toJS({ maxAliasCount: 0 }), error);
  if (parsed.success) return parsed.data.indicators;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Leave(REFUSED, [tell('indicator.wrong', { path, count: lines.length }), ...lines].join('\n'));
}
