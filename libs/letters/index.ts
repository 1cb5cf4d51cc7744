// The documents that an office issues: content from libs/domain/letters, form from libs/rules, printed as Word and PDF.
export { seal, qrText, type SealedLetter } from './seal.js';
export { renderDocx } from './docx/render-docx.js';
export { renderPdf } from './pdf/render-pdf.js';
export { keptTemplate, templatePath } from './kept-template.js';
export { checkTemplate, MAX_TEMPLATE_BYTES, type TemplateVerdict } from './check/check-template.js';
export type { TemplateFinding } from './check/judge-placeholders.js';
export { OfficeDesk, URGED_AT_ONCE, type UrgingWish } from './desk/office-desk.js';
export { letterFormats, printed, templateId, templateOf, type LetterFormat } from './desk/printed.js';
