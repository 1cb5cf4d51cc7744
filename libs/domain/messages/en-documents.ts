import type { viDocuments } from './vi-documents.js';

/** English: why no text could be brought out of an uploaded file. */
export const enDocuments: Record<keyof typeof viDocuments, string> = {
  'document-empty': 'File “{name}” contains no text.',
  'document-too-large': 'File “{name}” exceeds {limit} MB. Take out images or split off annexes and send it again.',
  'document-unsupported': 'File “{name}” is of no kind that can be read: .docx, .pdf with a text layer or .txt.',
  'document-old-word': 'File “{name}” is in the old Word format (.doc). Save it as .docx and send that.',
  'document-image': 'File “{name}” is an image without text. Send the .docx or a .pdf exported from Word.',
  'document-scanned':
    'File “{name}” is a scan without a text layer. Send the .docx, or a .pdf exported from Word or OCRed.',
  'document-locked': 'File “{name}” has a password. Remove the password and send it again.',
  'document-encoding':
    'The text of file “{name}” is not Unicode (perhaps TCVN3 or VNI), or its font carries no character table. Convert it to Unicode (UTF-8) and send it again.',
  'document-bomb': 'File “{name}” is compressed abnormally, it would expand too far, and was not opened.',
  'document-broken': 'File “{name}” is damaged or was not uploaded whole. Try to open it yourself and send it again.',
  'document-too-long':
    'File “{name}” exceeds the limit of {characters} characters or {pages} pages. Send the part with the plan.',
  'document-too-slow':
    'Reading file “{name}” took more than {seconds} seconds and was stopped. Save it as .docx and send that.',
  'document-too-heavy': 'Reading file “{name}” needs too much memory and was stopped. Save it as .docx and send that.',
  'document-busy': 'Many files are waiting to be read. Send file “{name}” again in a few minutes.',
  'document-no-plan':
    'No plan of a campaign is seen in “{name}”: no name of a campaign, kind of document or target. Check the file.',
  'document-not-vietnamese':
    'The text “{name}” is not Vietnamese with its marks, so it cannot be read. Send the Vietnamese text.',
};
