import type { PreparationView } from '../../api/contracts';

export interface Mark {
  /** Name of the field, or id of the question or defect. */
  id: string;
  kind: 'field' | 'question' | 'defect';
  from: number;
  to: number;
}

/** A stretch of the text with every mark that covers it. */
export interface Stretch {
  from: number;
  text: string;
  marks: Mark[];
}

/** Where each fact, question and defect stands in the text. */
export function marksOf({ fields, questions, defects }: PreparationView): Mark[] {
  const mark = (id: string, kind: Mark['kind'], evidence: string | null, offset: number | null): Mark[] =>
    evidence === null || offset === null || evidence === ''
      ? []
      : [{ id, kind, from: offset, to: offset + evidence.length }];
  return [
    ...fields.flatMap(({ field, evidence, offset }) => mark(field, 'field', evidence, offset)),
    ...questions.flatMap(({ id, evidence, offset }) => mark(`question:${id}`, 'question', evidence, offset)),
    ...defects.flatMap(({ id, evidence, offset }) => mark(id, 'defect', evidence, offset)),
  ];
}

/** The text cut at every edge of a mark, in order and without loss. */
export function stretchesOf(text: string, marks: readonly Mark[]): Stretch[] {
  const inside = marks.filter(({ from, to }) => from >= 0 && to <= text.length);
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    return { from, text: text.slice(from, to), marks: inside.filter((mark) => mark.from <= from && to <= mark.to) };
  });
}
