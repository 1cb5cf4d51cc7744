import fc from 'fast-check';
import type { TargetAnswer } from './answers.types.js';
import { mergeAnswers } from './merge-answers.js';

const source = (ids: string[], ground = 'g'): TargetAnswer => ({ ids, mode: 'each_unit', method: 'sum', ground });

describe('answers said one after the other', () => {
  it('replace a part, merge what has names, and take back what is null', () => {
    const known = {
      code: 'a',
      bodies: { launching: 'td' },
      cadence: { answer: 'năm', ground: 'g' },
      corrections: [{ id: 'T1', value: 1, ground: 'g' }],
    };
    const merged = mergeAnswers(known, {
      bodies: { standing: 'td-pnv' },
      cadence: null,
      corrections: [
        { id: 'T2', drop: true, ground: 'g' },
        { id: 'T1', value: 2, ground: 'g' },
      ],
    });
    expect(merged).toEqual({
      code: 'a',
      bodies: { launching: 'td', standing: 'td-pnv' },
      corrections: [
        { id: 'T1', value: 2, ground: 'g' },
        { id: 'T2', drop: true, ground: 'g' },
      ],
    });
  });

  it('leave every target with one source, the one said last', () => {
    const ids = fc.uniqueArray(fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T5'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 6 }), (said) => {
        const merged = said.reduce(
          (known, list, n) => mergeAnswers(known, { targets: [source(list, `said ${n}`)] }),
          {},
        );
        const targets = (merged as { targets: TargetAnswer[] }).targets;
        const all = targets.flatMap((one) => one.ids);
        expect(new Set(all).size).toBe(all.length);
        for (const id of new Set(said.flat())) {
          const last = said.findLastIndex((list) => list.includes(id));
          expect(targets.find((one) => one.ids.includes(id))!.ground).toBe(`said ${last}`);
        }
      }),
    );
  });
});
