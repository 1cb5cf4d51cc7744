import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DossierView } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import { t } from '../messages/t';
import { fillIn } from '../paper/papers';
import { ActPanel } from '../parts/act-panel';
import { usePost } from '../sign-in/use-post';
import { ActForm } from './act-form';
import { actsOf } from './acts-of';

/** What the post may do with it now, each in one step with its reason. */
export function Acts({ owed }: { owed: DossierView }) {
  const { post } = usePost();
  const acts = actsOf(owed, post ?? '');
  const { mutate: open } = useAct(owed.id);
  const seen = acts.includes('receive') || acts.includes('accept') ? owed.submission?._id : undefined;
  // whoever may judge it has it before them now: said once for what stands
  useEffect(() => {
    if (seen !== undefined) open({ act: 'opened', body: {}, key: `opened-${post}-${seen}` });
  }, [seen, open, post]);
  return (
    <ActPanel
      title={t('acts')}
      acts={acts.filter((act) => act !== 'fill')}
      links={acts.includes('fill') && <FillLink owed={owed} />}
      label={(act) => t(`act.${act}`)}
      isMain={(act) => act === 'accept' || act === 'receive'}
      said={(act) => t(`act.${act}.done`)}
      form={(act, done) => <ActForm key={act} owed={owed} act={act} done={done} />}
    />
  );
}

/** Where it is filled in: a covenant is signed on its own page, a registration and short papers have forms of their own. */
function FillLink({ owed: { id, kind, covenant } }: { owed: DossierView }) {
  if (covenant !== undefined)
    return (
      <Link to="/giao-uoc/$covenant" params={{ covenant }} className="button main">
        {t('act.fill.covenant')}
      </Link>
    );
  const to = fillIn(kind);
  if (to === null) return <span className="small">{t('paper.elsewhere')}</span>;
  return (
    <Link to={to} params={{ obligation: id }} className="button main">
      {t(WORDS[to])}
    </Link>
  );
}

const WORDS = {
  '/viec/$obligation/nhap': 'act.fill',
  '/viec/$obligation/dang-ky': 'act.fill.registration',
  '/viec/$obligation/van-ban': 'act.fill.paper',
} as const;
