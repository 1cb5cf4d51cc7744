import { Link } from '@tanstack/react-router';
import type { LeaderView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Empty } from '../parts/states';

/** Who is late with most, and the person to ring up. */
export function LateUnits({ view: { campaign, late, lateUnits } }: { view: LeaderView }) {
  return (
    <section aria-labelledby="late">
      <h2 id="late">{t('leader.late')}</h2>
      {late.length === 0 ? (
        <Empty>{t('empty.leader.late')}</Empty>
      ) : (
        <>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{t('col.unit')}</th>
                <th scope="col">{t('leader.works')}</th>
                <th scope="col">{t('leader.days')}</th>
                <th scope="col">{t('leader.call')}</th>
              </tr>
            </thead>
            <tbody>
              {late.map(({ unit, unitName, works, daysLate, title, obligation, declaredDay, contacts }) => (
                <tr key={unit}>
                  <th scope="row">{unitName}</th>
                  <td data-label={t('leader.works')} className="number">
                    {works}
                  </td>
                  <td data-label={t('leader.days')}>
                    <Link to="/viec/$obligation" params={{ obligation }}>
                      {t('leader.days.text', { n: daysLate })}
                      <span className="hidden"> – {unitName}</span>
                    </Link>{' '}
                    <span className="small no-print">{title}</span>
                    {declaredDay !== null && (
                      <span className="line small">{t('work.declared', { day: dayText(declaredDay) })}</span>
                    )}
                  </td>
                  <td data-label={t('leader.call')}>
                    {contacts.map(({ title: post, name, phone }) => (
                      <span key={post} className="line">
                        {name ?? t('vacant')} <span className="small no-print">({post})</span>{' '}
                        {phone === null ? (
                          <span className="small">{t('leader.no-phone')}</span>
                        ) : (
                          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
                        )}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small">
            {lateUnits > late.length && `${t('leader.late.more', { n: lateUnits - late.length })} · `}
            <Link
              to="/phong-trao/$campaign/theo-doi"
              params={{ campaign }}
              search={{ mark: 'overdue' }}
              className="no-print"
            >
              {t('leader.late.all')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
