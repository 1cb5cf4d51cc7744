import type { MonthOfWork } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { DayReason, MonthEntry } from './month-entry';
import { columnOf, WEEKDAYS } from './months';
import { isToday } from './today';

/** The same month on a phone: only days on which something falls or nobody works out of turn. */
export function MonthList({ view }: { view: MonthOfWork }) {
  const told = view.days.filter(
    ({ entries, reason }) => entries.length > 0 || (reason !== 'work' && reason !== 'weekly_rest'),
  );
  return (
    <ul className="month-list">
      {told.map((day) => (
        <li key={day.date} className={day.working ? '' : 'rest'}>
          <h2>
            {t(WEEKDAYS[columnOf(day.weekday)]!)} {dayText(day.date)}
            {isToday(view, day.date) && <span className="small"> · {t('month.today')}</span>}
          </h2>
          <DayReason day={day} />
          {day.entries.map((entry, i) => (
            <MonthEntry key={i} entry={entry} />
          ))}
        </li>
      ))}
    </ul>
  );
}
