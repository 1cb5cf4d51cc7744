import { Link } from '@tanstack/react-router';
import type { WorkItem } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { DueLine } from '../parts/due-line';
import { TONE_OF_GROUP } from './tones';

/** One piece of work; the whole row is the way to it. */
export function WorkRow({ item }: { item: WorkItem }) {
  const { id, kind, title, unitName, campaignName, state, stateText, group, savedAt, returns, declaredDay } = item;
  return (
    <Link to="/viec/$obligation" params={{ obligation: id }} className="row">
      <span className="what">
        <strong>{titleOf(kind, state, title)}</strong>
        <span className="line small">
          {unitName} · {campaignName}
        </span>
      </span>
      <span className="when">
        <Badge tone={TONE_OF_GROUP[group]}>{stateText}</Badge>
        <DueLine {...item} />
        {declaredDay !== null && (
          <span className="line small">{t('work.declared', { day: dayText(declaredDay) })}</span>
        )}
        {savedAt !== null && <span className="line small">{t('work.saved', { day: dayText(savedAt) })}</span>}
        {returns > 0 && <span className="line small">{t('work.returned', { n: returns })}</span>}
      </span>
    </Link>
  );
}

/** What is to be done; a vote and the minutes bear the title of the same session. */
function titleOf(kind: string, state: string, title: string): string {
  if (kind === 'answer') return title;
  if (kind === 'vote' || kind === 'minutes') return t(`work.${kind}`, { title });
  return t(state === 'returned' ? 'work.mend' : 'work.hand-in', { title });
}
