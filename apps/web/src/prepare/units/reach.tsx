import { t } from '../../messages/t';
import { Badge } from '../../parts/badge';
import { standing, type About } from './about';
import { usePicked } from '../use-preparation';

/** Units of the campaign without a post that answers, or whose mail would not arrive on the first day. */
export function Reach({ offer, units: { units, root, on } }: About) {
  const select = standing(offer, 'participants')?.select ?? null;
  const { data } = usePicked(select && { under: root.id, on, select });
  if (!data) return null;
  const chosen = new Set(data.units.map(({ id }) => id));
  const lacking = units
    .filter(({ id }) => chosen.has(id))
    .map((unit) => ({
      unit,
      posts: unit.posts.filter(({ fault, role }) => fault !== null && (role === 'focal' || role === 'head')),
      missing: (['focal', 'head'] as const).filter((role) => !unit.posts.some((post) => post.role === role)),
    }))
    .filter(({ posts, missing }) => posts.length + missing.length > 0);
  return (
    <section aria-labelledby="reach">
      <h3 id="reach">{t('reach')}</h3>
      <p role="status">
        {lacking.length === 0
          ? `✓ ${t('reach.all', { n: data.count })}`
          : t('reach.n', { n: lacking.length, of: data.count })}
      </p>
      {lacking.length > 0 && (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.unit')}</th>
              <th scope="col">{t('reach.what')}</th>
            </tr>
          </thead>
          <tbody>
            {lacking.map(({ unit: { id, name }, posts, missing }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={t('reach.what')}>
                  {missing.map((role) => (
                    <span key={role} className="line">
                      <Badge tone="overdue">{t(`reach.no-${role}`)}</Badge>
                    </span>
                  ))}
                  {posts.map(({ id: post, title, fault }) => (
                    <span key={post} className="line">
                      <Badge tone="soon">{t(`reach.${fault!}`)}</Badge> {title}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
