import type { MonthOfWork } from '../api/contracts';
import { t } from '../messages/t';
import { DayReason, MonthEntry } from './month-entry';
import { titleOf, WEEKDAYS, weeksOf } from './months';
import { isToday } from './today';

/** The month as a sheet on the wall; shown on a desk and on paper. */
export function MonthGrid({ view }: { view: MonthOfWork }) {
  return (
    <table className="month-grid">
      <caption className="hidden">{t('month', { month: titleOf(view.month) })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((code) => (
            <th key={code} scope="col">
              {t(code)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.days).map((week, n) => (
          <tr key={n}>
            {week.map((day, column) =>
              day === null ? (
                <td key={column} className="outside" />
              ) : (
                <td
                  key={column}
                  className={`day ${day.working ? '' : 'rest'} ${isToday(view, day.date) ? 'today' : ''}`}
                >
                  <span className="date">
                    {Number(day.date.slice(8))}
                    {isToday(view, day.date) && <span className="small"> {t('month.today')}</span>}
                  </span>
                  <DayReason day={day} />
                  {day.entries.map((entry, i) => (
                    <MonthEntry key={i} entry={entry} />
                  ))}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
