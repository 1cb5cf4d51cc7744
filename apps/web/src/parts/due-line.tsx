import type { WorkItem } from '../api/contracts';
import { dayText, dueText, t } from '../messages/t';

/** The absolute date and the working days left, always together. */
export function DueLine({ dueAt, workingDaysLeft, group, submittedAt, onTime, lockAt }: WorkItem) {
  if (submittedAt !== null && workingDaysLeft === null)
    return (
      <span className="line small">
        {t(onTime === false ? 'due.handed-in-late' : 'due.handed-in', { day: dayText(submittedAt) })}
      </span>
    );
  return (
    <>
      <span className="line">{t('due.at', { due: dueText(dueAt) })}</span>
      <span className={`line small ${group}`}>{leftText(workingDaysLeft)}</span>
      {group === 'overdue' && lockAt !== null && (
        <span className="line small">{t('due.lock', { day: dayText(lockAt) })}</span>
      )}
    </>
  );
}

export function leftText(days: number | null): string {
  if (days === null) return '';
  if (days < 0) return t('due.passed', { n: -days });
  return days === 0 ? t('due.today') : t('due.left', { n: days });
}
