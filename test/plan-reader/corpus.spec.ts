import { type Case } from './case.types.js';
import { caseFiles, plans } from './corpus.js';
import { evidenceText, squeezed } from './text.js';

const cases = caseFiles<Case>().flatMap((file) => file.cases);

describe('the cases', () => {
  it('are at least 130, and at least half of them hold no target', () => {
    expect(cases.length).toBeGreaterThanOrEqual(130);
    expect(cases.filter((one) => one.targets?.length === 0).length).toBeGreaterThanOrEqual(cases.length / 2);
  });

  it('have a name of their own and judge something', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    for (const one of cases)
      expect([one.id, one.targets ?? one.fields ?? one.contains ?? one.asks]).not.toContain(undefined);
  });
});

describe.each(plans())('the plan $name', ({ text, expected }) => {
  it('is a whole plan', () => {
    const lines = text.split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(60);
    expect(lines).toBeLessThanOrEqual(250);
  });

  it('holds every sentence that its expectation quotes', () => {
    const all = squeezed(text);
    const strange = expected.numeric_targets
      .map((row) => evidenceText(row.evidence))
      .filter((quoted) => quoted === '' || !all.includes(squeezed(quoted)));
    expect(strange).toEqual([]);
  });

  it('has an id, a role and a deadline for each row', () => {
    for (const row of expected.numeric_targets) {
      expect([row.id, row.role, row.deadline]).not.toContain(undefined);
    }
    expect(new Set(expected.numeric_targets.map((row) => row.id)).size).toBe(expected.numeric_targets.length);
  });
});
