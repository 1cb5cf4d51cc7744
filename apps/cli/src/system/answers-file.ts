import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { planAnswers, vietnameseErrors } from '#libs/contracts/http/index.js';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { language, tell } from '../messages/tell.js';
import { Leave, MISUSED } from './exit.js';

/** Answers of an officer from a YAML or JSON file. @throws Leave naming every field that is wrong */
export async function answersFile(path: string): Promise<PreparationAnswers> {
  const parsed = planAnswers.safeParse(await contentOf(path), language === 'vi' ? { error: vietnameseErrors } : {});
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path: where, message }) =>
    tell('draft.wrong', { path, field: where.join('.') || '.', message }),
  );
  throw new Leave(MISUSED, lines.join('\n'));
}

async function contentOf(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Leave(MISUSED, tell('draft.unreadable', { path, why: (error as Error).message }));
  }
}
