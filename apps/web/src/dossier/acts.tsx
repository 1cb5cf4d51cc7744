import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DossierView } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import { t } from '../messages/t';
import { fillIn, fillWord } from '../paper/papers';
import { usePost } from '../sign-in/use-post';
import { ActForm } from './act-form';
import { actsOf, type ActName } from './acts-of';

/** What the post may do with it now, each in one step with its reason. */
export function Acts({ owed }: { owed: DossierView }) {
  const { post } = usePost();
  const [chosen, choose] = useState<ActName | null>(null);
  const [done, setDone] = useState<ActName | null>(null);
  const acts = actsOf(owed, post ?? '');
  const { mutate: open } = useAct(owed.id);
  const seen = acts.includes('receive') || acts.includes('accept') ? owed.submission?._id : undefined;
  // whoever may judge it has it before them now: said once for what stands
  useEffect(() => {
    if (seen !== undefined) open({ act: 'opened', body: {}, key: `opened-${post}-${seen}` });
  }, [seen, open, post]);
  if (acts.length === 0 && done === null) return null;
  return (
    <section aria-labelledby="acts" className="no-print">
      <h2 id="acts">{t('acts')}</h2>
      {done !== null && (
        <p className="done-note" role="status">
          ✓ {t(`act.${done}.done`)}
        </p>
      )}
      <p className="tools">
        {acts.map((act) =>
          act === 'fill' ? (
            <FillLink key={act} owed={owed} />
          ) : (
            <button
              key={act}
              type="button"
              className={act === 'accept' || act === 'receive' ? 'main' : ''}
              aria-expanded={chosen === act}
              onClick={() => {
                setDone(null);
                choose(chosen === act ? null : act);
              }}
            >
              {t(`act.${act}`)}
            </button>
          ),
        )}
      </p>
      {chosen !== null && chosen !== 'fill' && acts.includes(chosen) && (
        <ActForm
          key={chosen}
          owed={owed}
          act={chosen}
          done={() => {
            setDone(chosen);
            choose(null);
          }}
        />
      )}
    </section>
  );
}

/** Where it is filled in: a covenant that is signed together on its own page, everything else on the form of its kind. */
function FillLink({ owed: { id, kind, covenant } }: { owed: DossierView }) {
  if (covenant !== undefined)
    return (
      <Link to="/giao-uoc/$covenant" params={{ covenant }} className="button main">
        {t('act.fill.covenant')}
      </Link>
    );
  return (
    <Link to={fillIn(kind)} params={{ obligation: id }} className="button main">
      {t(fillWord(kind))}
    </Link>
  );
}
