import { Link } from '@tanstack/react-router';
import type { CampaignView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { TONE_OF_CAMPAIGN } from './tones';

/** Every campaign on one card, the whole card the way to it. */
export function CampaignList({ campaigns }: { campaigns: CampaignView[] }) {
  return (
    <ul className="campaigns">
      {campaigns.map(({ id, name, state, stateText, suspended, start, end, counts }) => (
        <li key={id}>
          <Link to="/phong-trao/$campaign" params={{ campaign: id }} className="card">
            <strong>{name}</strong>
            <span className="line">
              <Badge tone={TONE_OF_CAMPAIGN[state] ?? 'quiet'}>{stateText}</Badge>
              {suspended && <Badge tone="soon">{t('suspended')}</Badge>}
            </span>
            <span className="line small">{t('from', { start: dayText(start), end: dayText(end) })}</span>
            <span className="line small">
              {t('counts.expected')} {counts.expected} · {t('counts.onTime')} {counts.onTime} · {t('counts.late')}{' '}
              {counts.late} · {t('counts.missing')} {counts.expected - counts.onTime - counts.late}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
