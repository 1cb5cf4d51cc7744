export * from './letter.types.js';
export * from './number-and-place.js';
export * from './signature.js';
export { daysLate, instantInWords, type LateWork } from './late-work.js';
export { urgingLetter } from './urging-letter.js';
export { LATE_LIST_ROWS, lateList } from './late-list.js';
export { factSheet, FACT_SHEET_ROWS, type ExtensionFact, type FactSheetFacts, type Reminder } from './fact-sheet.js';
export { letterForms, type LetterPart, type TableColumn } from './forms.js';
export { MARK_FIELDS, vocabularyOf, type LetterVocabulary } from './vocabulary.js';
