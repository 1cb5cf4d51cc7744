import { dueOfWording } from '#libs/domain/deadline-wording/index.js';
import { vn5d } from '#libs/rules';
import { casesOf } from './cases.js';

interface WordingCase {
  w: string;
  from: string;
  last?: string;
  rest?: string;
  at?: string;
  soft?: boolean;
  needs?: string;
  name?: string;
}

describe.each(casesOf<WordingCase>('wording'))('$title', ({ cases }) => {
  it.each(cases)('$w from $from', ({ w, from, last, rest, at, soft, needs, name }) => {
    const due = dueOfWording(w, from, vn5d);
    expect({
      lastDay: due.lastDay,
      instant: due.instant?.toISOString() ?? null,
      lastWorkingDayBefore: due.lastWorkingDayBefore,
      needs: due.needs,
      asWritten: due.asWritten,
      soft: due.rule !== null && 'soft' in due.rule,
    }).toEqual({
      lastDay: last ?? null,
      // local days end at 17:00 UTC of the same date
      instant: last ? (at ?? `${last}T16:59:59.999Z`) : null,
      lastWorkingDayBefore: rest ?? null,
      needs: needs ? { kind: needs, name } : null,
      asWritten: w,
      soft: soft ?? false,
    });
  });
});

it('reads capitals and decomposed letters as it reads the rest', () => {
  const all = casesOf<WordingCase>('wording').flatMap(({ cases }) => cases);
  expect(all.length).toBeGreaterThanOrEqual(250);
  for (const { w, from } of all) {
    const { asWritten: _plain, ...plain } = dueOfWording(w, from, vn5d);
    for (const form of [w.normalize('NFD'), w.toUpperCase(), w.toUpperCase().normalize('NFD')]) {
      const { asWritten, ...other } = dueOfWording(form, from, vn5d);
      expect([form, other]).toEqual([form, plain]);
      expect(asWritten).toBe(form);
    }
  }
});
