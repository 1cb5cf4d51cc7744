/** One thing that is not as the rules say. */
export interface Difference {
  /** obligation, overdue, late-decision, clock, deadline, step, campaign, notice, escalation, message, mail, submission, sheet, council, illegal */
  kind: string;
  id: string;
  expected: string;
  actual: string;
}

export const inWords = (d: Difference): string => `${d.kind} ${d.id}: expected ${d.expected}, found ${d.actual}`;

/** Collects differences of one part of the world. */
export class Findings {
  readonly all: Difference[] = [];

  add(kind: string, id: string, expected: string, actual: string): void {
    this.all.push({ kind, id, expected, actual });
  }

  /** Reports when the two are unlike as written. */
  same(kind: string, id: string, fact: string, expected: unknown, actual: unknown): void {
    const [e, a] = [write(expected), write(actual)];
    if (e !== a) this.add(kind, id, `${fact} ${e}`, `${fact} ${a}`);
  }
}

const write = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
