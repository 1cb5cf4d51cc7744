import { useChain } from '../api/use-dossier';
import { t } from '../messages/t';

/** Whom the report goes up through, by name. */
export function Chain({ id }: { id: string }) {
  const { data } = useChain(id);
  if (!data || data.chain.length === 0) return null;
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{t('chain')}</h2>
      <ol className="ledger">
        {data.chain.map(({ unit, unitName, posts }) => (
          <li key={unit}>
            <strong>{unitName}</strong>{' '}
            <span className="small">
              {posts.map(({ title, name }) => `${title}: ${name ?? t('vacant')}`).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
