import { localDateOf, type LetterContent, type LetterKind } from '#libs/domain';
import { documentFormOn } from '#libs/rules';
import type { Store } from '#libs/store';
import { renderDocx } from '../docx/render-docx.js';
import { keptTemplate } from '../kept-template.js';
import { printPdf } from '../pdf/print-pdf.js';
import { seal } from '../seal.js';

export const letterFormats = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type LetterFormat = keyof typeof letterFormats;

export const templateId = (unit: string, kind: LetterKind): string => `${unit}|${kind}`;

/** The template a unit writes with: its own, else ours. */
export async function templateOf(store: Store, unit: string, kind: LetterKind): Promise<Buffer> {
  const own = await store.letterTemplates.findOne({ _id: templateId(unit, kind) }, { projection: { bytes: 1 } });
  return own ? Buffer.from(own.bytes.value()) : keptTemplate(kind);
}

/** @param unit issuing unit  @param at instant the document was made at: decides its form */
export async function printed(
  store: Store,
  { content, unit, at }: { content: LetterContent; unit: string; at: Date },
  format: LetterFormat,
): Promise<Buffer> {
  const letter = await seal(content);
  if (format === 'docx') return renderDocx(letter, await templateOf(store, unit, content.kind));
  return printPdf(letter, documentFormOn(localDateOf(at)), at);
}
