import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterKind } from '#libs/domain';
import { projectRoot } from '#libs/embedded/root.js';

const kept = new Map<LetterKind, Promise<Buffer>>();

/** Where the built template of a kind lies in the repository. */
export const templatePath = (kind: LetterKind): string =>
  join(projectRoot, 'libs/letters/templates', `${kind.replaceAll('_', '-')}.docx`);

/** Our template of a kind, read once. */
export function keptTemplate(kind: LetterKind): Promise<Buffer> {
  let template = kept.get(kind);
  if (!template) kept.set(kind, (template = readFile(templatePath(kind))));
  return template;
}
