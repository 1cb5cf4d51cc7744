const MB = 1024 * 1024;

/** Bytes of an upload. */
export const MAX_FILE_BYTES = 10 * MB;

/** Characters of text brought out: about four hundred pages; a plan has 5 to 60 thousand. */
export const MAX_CHARACTERS = 1_000_000;
export const MAX_PAGES = 1000;
/** Characters of a plan: the reader takes part of a second for it; the longest plans with their annexes have about 80 thousand. */
export const MAX_PLAN_CHARACTERS = 100_000;
export const MAX_PLAN_PAGES = 40;

/** A docx holds tens of parts, with many pictures some hundreds. */
export const MAX_ZIP_ENTRIES = 2000;
/** Bytes all parts claim to expand to, pictures included; they are believed only to refuse. */
export const MAX_ZIP_CLAIMED = 256 * MB;
/** Bytes of XML really expanded, counted chunk by chunk over all parts that are read. */
export const MAX_ZIP_EXPANDED = 40 * MB;
/** Expanded to compressed. Word's XML stays below 60; looked at from `RATIO_FROM` bytes on, small parts may be anything. */
export const MAX_ZIP_RATIO = 150;
export const RATIO_FROM = MB;
/** Open elements of an XML part: nested tables in text boxes come to about 60. */
export const MAX_XML_DEPTH = 256;

/** What one reading may use. Measured by the reading process itself, so other work of the machine's does not count. */
export interface ReadingLimits {
  /** Milliseconds after which the thread is ended. */
  deadlineMs: number;
  /** MB of heap of the thread (V8's old generation). */
  heapMb: number;
  /** MB of resident memory of the whole process: buffers of a decoder lie outside the heap. */
  residentMb: number;
}
export const READING: ReadingLimits = { deadlineMs: 4000, heapMb: 128, residentMb: 250 };

/** Files that may wait while one is read; one is read at a time, so the memory of a reading is spent once. */
export const MAX_WAITING = 8;

/** Bytes of an Excel file that is taken; told before the upload. */
export const MAX_XLSX_BYTES = 5 * MB;
/** Sheets of a workbook, and cells of all of them together: a form has some thousands. */
export const MAX_SHEETS = 20;
export const MAX_CELLS = 200_000;
