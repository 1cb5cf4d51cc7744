import fc from 'fast-check';
import { ruleBook } from '#libs/rules';
import { endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.js';
import { unopenedMail } from './unopened.js';

const calendar = ruleBook.calendar('vn-5d');
const at = (day: string, time = '08:00') => instantAt(day, time);

describe('mail that nobody opens', () => {
  it('is told when the fifth working day has passed: not before, and over Tết not for weeks', () => {
    const sent = [at('2026-02-12')]; // Thursday before Tết (14-22 February off)
    const five = (now: Date) => unopenedMail(sent, null, now, calendar, 5);
    expect(five(endOfDay('2026-02-26'))).toBeNull();
    expect(five(at('2026-02-27', '00:00'))).toEqual({ since: sent[0], mails: 1 });
  });

  it('begins again with the first mail after a sign of life', () => {
    const sent = [at('2026-06-01'), at('2026-06-05'), at('2026-06-08')];
    expect(unopenedMail(sent, at('2026-06-03'), at('2026-06-15'), calendar, 5)).toEqual({ since: sent[1], mails: 2 });
    expect(unopenedMail(sent, at('2026-06-08', '09:00'), at('2026-12-01'), calendar, 5)).toBeNull();
    expect(unopenedMail([], null, at('2026-12-01'), calendar, 5)).toBeNull();
  });

  it('agrees with a count of days for any mail, sign and hour', () => {
    const instant = fc.date({ min: at('2025-12-01'), max: at('2026-06-30'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 6 }), fc.option(instant), instant, (sent, opened, now) => {
        const found = unopenedMail(sent, opened, now, calendar, 5);
        const unseen = sent.filter((one) => opened === null || one > opened).map((one) => one.getTime());
        const first = Math.min(...unseen);
        const [from, today] = [localDateOf(new Date(unseen.length ? first : 0)), localDateOf(now)];
        // working days that lie whole behind: today's does not
        const behind =
          unseen.length > 0 && from < today
            ? workingDaysBetween(calendar, from, today) - (isWorkingDay(calendar, today) ? 1 : 0)
            : 0;
        const late = behind >= 5;
        expect(found).toEqual(late ? { since: new Date(first), mails: unseen.length } : null);
      }),
    );
  });
});
