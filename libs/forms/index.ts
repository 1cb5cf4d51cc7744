// The form of one obligation with everything around it that is stored: earlier reports, pledges, what children bring.
// What a form is and what is wrong with a report is pure: `libs/domain/form`.
export * from './form-for.js';
export * from './filled-in.js';
export * from './earlier-reports.js';
export * from './judge-report.js';
export * from './assigned.js';
export * from './proposals.js';
export * from './form-view.js';
export * from './draft-report.js';
export * from './import-diff.js';
export * from './excel/template.js';
export * from './excel/template-of.js';
export * from './excel/read-excel-report.js';
