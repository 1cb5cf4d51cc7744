// Brings the text out of an uploaded file. Hostile input is read in a process apart (docs/decisions/013).
export { extractText } from './extract-text.js';
export { Lane } from './lane.js';
export { checkedZip } from './checked-parts.js';
export { readPlanFile, readPlanText, type ReadPlan } from './read-plan-file.js';
export type { DocumentKind, Extracted, UploadedFile } from './document.types.js';
export { MAX_FILE_BYTES, MAX_XLSX_BYTES } from './limits.js';
export { writeXlsx } from './xlsx/write-xlsx.js';
export { readXlsx, type Workbook } from './xlsx/read-xlsx.js';
export { cellRef, placeOf } from './xlsx/reference.js';
export type { CellStyle, ReadCell, ReadSheet, SheetCell, WrittenCell, WrittenSheet } from './xlsx/sheet.types.js';
