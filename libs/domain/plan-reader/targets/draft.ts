import type { Statement } from './statement.js';
import type { TargetDraft } from './target-draft.js';

/** A draft of a statement with the usual members; `start`, `end` are offsets in the statement. */
export function draftAt(statement: Statement, start: number, end: number, own: Partial<TargetDraft>): TargetDraft {
  const base = statement.paragraph.body + statement.start;
  return {
    name: statement.clean.slice(start, end).trim(),
    comparator: 'done',
    explicit: true,
    value: null,
    unit: '',
    per: null,
    deadline: null,
    baseline: null,
    band: null,
    condition: null,
    role: 'target',
    start: base + start,
    end: base + end,
    paragraph: statement.paragraph.index,
    sentence: statement.sentence,
    clause: statement.start,
    clauseEnd: statement.end,
    confidence: 0.7,
    ...own,
  };
}
