// The documents that an office issues: content from libs/domain/letters, form from libs/rules, printed as Word and PDF.
export { keptTemplate, templatePath } from './kept-template.js';
export { checkTemplate, MAX_TEMPLATE_BYTES } from './check/check-template.js';
export { OfficeDesk, type UrgingWish } from './desk/office-desk.js';
export { letterFormats, printed, templateId, templateOf, type LetterFormat } from './desk/printed.js';
export { issuerOf } from './desk/issuing-office.js';
