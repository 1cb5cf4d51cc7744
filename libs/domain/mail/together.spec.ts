import fc from 'fast-check';
import { together } from './together.js';

const line = fc.record({
  act: fc.constantFrom('escalate', 'remind'),
  campaign: fc.constantFrom('a', 'b', 'a","escalate'),
  units: fc.constant<number>(1),
});

it('many lines of one campaign and act are one line with their number; nothing is lost', () =>
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (items) => {
      const shown = together(items, 10, (many) => ({ ...many[0]!, units: many.length }));
      expect(shown.reduce((sum, { units }) => sum + units, 0)).toBe(items.length);
      for (const { act, campaign, units } of shown) {
        const same = items.filter((item) => item.act === act && item.campaign === campaign).length;
        expect(units).toBe(same > 10 ? same : 1);
      }
    }),
  ));
