import { behave } from './behave.js';
import type { ObligationFacts } from './behaviour.types.js';

const facts = (n: number, changes: Partial<ObligationFacts> = {}): ObligationFacts => ({
  id: `sl-2023.report-2023H1.report.sl-h${n}.main`,
  kind: 'report',
  step: 'report-2023H1',
  subject: `sl-h${n}`,
  standing: false,
  dueDay: '2023-06-16',
  ...changes,
});
const many = (seed: number, changes: Partial<ObligationFacts> = {}) =>
  Array.from({ length: 4000 }, (_, n) => behave(seed, facts(n, changes)));

describe('behaviour', () => {
  it('depends on the seed and the facts alone', () => {
    expect(behave(5, facts(7))).toEqual(behave(5, facts(7)));
    expect(many(5)).not.toEqual(many(6));
  });

  it('has plausible shares', () => {
    const acts = many(1).map(({ act }) => act);
    const share = (act: string) => acts.filter((one) => one === act).length / acts.length;
    for (const [act, expected] of Object.entries({
      on_time: 0.7,
      late: 0.12,
      never: 0.04,
      nil: 0.04,
      returned_once: 0.07,
      extension: 0.03,
    })) {
      expect(Math.abs(share(act) - expected)).toBeLessThan(0.025);
    }
  });

  it.each(['event', 'verification', 'ranking', 'proposal', 'decision', 'minutes'] as const)(
    'never leaves a %s undone',
    (kind) => {
      for (const { act, at } of many(2, { kind })) {
        expect(['on_time', 'late']).toContain(act);
        expect(at).not.toBeNull();
      }
    },
  );

  it('lets the standing body report always', () => {
    expect(new Set(many(3, { standing: true }).map(({ act }) => act))).toEqual(new Set(['on_time', 'late']));
  });

  it('signs pledges without nil and without return', () => {
    const acts = new Set(many(4, { kind: 'covenant' }).map(({ act }) => act));
    expect(acts).toEqual(new Set(['on_time', 'late', 'never', 'extension']));
  });

  it('stays in office hours and submits after the decision on an extension', () => {
    for (const { at, review, extension } of many(8)) {
      for (const moment of [at, review]) if (moment) expect(moment.hour >= 8 && moment.hour <= 16).toBe(true);
      if (extension && at)
        expect((extension.granted ? extension.workingDays : 0) + at.workingDays).toBeGreaterThan(
          extension.decide.workingDays,
        );
    }
  });
});
