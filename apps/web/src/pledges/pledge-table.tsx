import { Link } from '@tanstack/react-router';
import type { PledgesView } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { Badge } from '../parts/badge';

const TONES = { less: 'overdue', equal: 'quiet', more: 'done' } as const;
const shown = (value: number | null | undefined): string => (value == null ? '–' : numberText(value));

/** Side by side, with what was pledged beyond what was assigned. */
export const PledgeTable = ({ items }: { items: PledgesView['items'] }) => (
  <section aria-label={t('pledges')}>
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('col.unit')}</th>
          <th scope="col">{t('col.target')}</th>
          <th scope="col">{t('pledges.assigned')}</th>
          <th scope="col">{t('pledges.pledged')}</th>
          <th scope="col">{t('pledges.stretch')}</th>
          <th scope="col">{t('pledges.achieved')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ unit, unitName, target, targetName, measure, assigned, group, pledged, stretch, achieved }) => (
          <tr key={`${unit} ${target}`}>
            <th scope="row">{unitName}</th>
            <td data-label={t('col.target')}>
              {targetName} <span className="small">({measure})</span>
            </td>
            <td data-label={t('pledges.assigned')} className="number">
              {shown(assigned)}
              {group !== null && <span className="line small">{t('registration.group', { group })}</span>}
            </td>
            <td data-label={t('pledges.pledged')} className="number">
              {pledged === null ? (
                '–'
              ) : (
                <Link to="/viec/$obligation" params={{ obligation: pledged.obligation }}>
                  {shown(pledged.value)}
                  <span className="hidden"> – {unitName}</span>
                </Link>
              )}
              {pledged?.state === 'returned' && <span className="line small">↩ {t('pledges.again')}</span>}
            </td>
            <td data-label={t('pledges.stretch')}>
              {stretch && <Badge tone={TONES[stretch.level]}>{stretch.text}</Badge>}
            </td>
            <td data-label={t('pledges.achieved')} className="number">
              {shown(achieved?.value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
