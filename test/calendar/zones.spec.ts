import { addWorkingDays, dueOfWording, isWorkingDay, regimePeriods } from '#libs/domain';
import { calendarBook, periodRegime } from '#libs/rules';
import { casesOf } from './cases.js';
import { refuseLocalTime } from '../support/no-local-time.js';

/** Everything of `Date` that reads or writes the zone of the machine, or its clock. */
const all = <T>(prefix: string): T[] => casesOf<T>(prefix).flatMap(({ cases }) => cases);

/** Same words, days and periods whatever the zone of the host: nothing on the way asks for it. */
describe('no case asks the machine for its zone or its clock', () => {
  refuseLocalTime();

  it('reads words, counts days, computes Tết and cuts periods all the same', () => {
    const book = calendarBook({ version: 1, decisions: [], confirmed: [], closures: [] });
    const cal = book.byId('vn-5d');
    let judged = 0;
    for (const { w, from, last } of all<{ w: string; from: string; last?: string }>('wording')) {
      expect([w, dueOfWording(w, from, cal).lastDay]).toEqual([w, last ?? null]);
      judged += 1;
    }
    for (const { day, kind = 'vn-5d', n, is } of all<{ day: string; kind?: string; n?: number; is: string }>(
      'working-days',
    )) {
      const found =
        n === undefined
          ? isWorkingDay(book.byId(kind), day)
            ? 'work'
            : 'rest'
          : addWorkingDays(book.byId(kind), day, n);
      expect([day, n, found]).toEqual([day, n, is]);
      judged += 1;
    }
    for (const { regime, start, end, periods } of all<{ regime: string; start: string; end: string; periods: object }>(
      'periods',
    )) {
      expect(regimePeriods(periodRegime(regime), start, end).periods.map(({ id }) => id)).toEqual(Object.keys(periods));
      judged += 1;
    }
    expect(judged).toBeGreaterThan(350);
  });
});
