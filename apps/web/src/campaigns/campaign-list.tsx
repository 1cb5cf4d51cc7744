import type { CampaignView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';

const TONES: Record<string, Tone> = {
  draft: 'quiet',
  launched: 'running',
  concluded: 'running',
  closed: 'done',
  cancelled: 'overdue',
};

interface Props {
  campaigns: CampaignView[];
  chosen: string;
  choose: (id: string) => void;
}

/** Every campaign on one card; the chosen one is shown in full below. */
export function CampaignList({ campaigns, chosen, choose }: Props) {
  return (
    <ul className="campaigns">
      {campaigns.map(({ id, name, state, stateText, suspended, start, end, counts }) => (
        <li key={id}>
          <button type="button" className="card" aria-pressed={id === chosen} onClick={() => choose(id)}>
            <strong>{name}</strong>
            <span className="line">
              <Badge tone={TONES[state] ?? 'quiet'}>{stateText}</Badge>
              {suspended && <Badge tone="soon">{t('suspended')}</Badge>}
            </span>
            <span className="line small">{t('from', { start: dayText(start), end: dayText(end) })}</span>
            <span className="line small">
              {t('counts.expected')} {counts.expected} · {t('counts.onTime')} {counts.onTime} · {t('counts.late')}{' '}
              {counts.late} · {t('counts.missing')} {counts.expected - counts.onTime - counts.late}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
