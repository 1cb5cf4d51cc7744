import { Link, useParams } from '@tanstack/react-router';
import type { DossierView, RoundsView } from '../api/contracts';
import { useDossier, useRounds } from '../api/use-dossier';
import { DifficultyPanel } from '../difficulty/difficulty-panel';
import { RaisedList } from '../difficulty/raised-list';
import { Failed, Loading } from '../parts/states';
import { dueText, instantText, t } from '../messages/t';
import { PaperContent } from '../paper/paper-content';
import { formOf } from '../paper/papers';
import { Registered } from '../registration/registered';
import { Timeline } from '../timeline/timeline';
import { usePost } from '../sign-in/use-post';
import { SignInBox } from '../sign-in/sign-in-box';
import { Acts } from './acts';
import { Chain } from './chain';
import { Content } from './content';
import { Deadlines } from './deadlines';
import { Rounds } from './rounds';

/** One report: how it stands, what it says, who holds it now, what happened and what comes next. */
export function DossierPage() {
  const { obligation: id } = useParams({ from: '/viec/$obligation' });
  const { post } = usePost();
  const { data: owed, error, isPending, refetch } = useDossier(id);
  const { data: rounds } = useRounds(id);
  if (post === null) return <Open id={id} />;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign: owed.campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{owed.title}</h1>
      <p className="lead">
        {owed.unitName} · <strong>{owed.stateText}</strong> · {t('due.at', { due: dueText(owed.clock.dueAt) })}
        {owed.onTime !== null && ` · ${t(owed.onTime ? 'on-time' : 'too-late')}`}
      </p>
      {owed.submission && (
        <section aria-labelledby="receipt">
          <h2 id="receipt">{t('receipt')}</h2>
          <p>
            {t('receipt.text', {
              at: instantText(owed.submission.at),
              by: titleOf(owed.submission, rounds),
              round: owed.attempt,
            })}
          </p>
          {owed.submission.contentHash !== '' && <p className="small hash">SHA-256 {owed.submission.contentHash}</p>}
        </section>
      )}
      {owed.kind === 'answer' && <DifficultyPanel id={id} />}
      <Acts owed={owed} />
      {owed.submission && <HandedIn owed={owed} />}
      {owed.submission && <RaisedList report={id} />}
      {rounds && rounds.rounds.length > 0 && <Rounds rounds={rounds} />}
      <Deadlines owed={owed} />
      {owed.kind !== 'answer' && <Chain id={id} />}
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('timeline')}</h2>
        <Timeline campaign={owed.campaign} obligation={id} />
      </section>
    </>
  );
}

/** Without a post only the timeline is open, and only where development shows it. */
function Open({ id }: { id: string }) {
  return (
    <>
      <h1>{t('linked')}</h1>
      <SignInBox />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('timeline')}</h2>
        <Timeline campaign={id.slice(0, id.indexOf('.'))} obligation={id} />
      </section>
    </>
  );
}

/** Who handed it in, by the title of the post. */
const titleOf = ({ _id, by }: NonNullable<DossierView['submission']>, rounds: RoundsView | undefined): string =>
  rounds?.rounds.find(({ submission }) => submission === _id)?.byTitle ?? by.post;

function HandedIn({ owed }: { owed: DossierView }) {
  if (owed.kind === 'registration') return <Registered owed={owed} />;
  const alone = owed.covenant === undefined && formOf(owed.kind) === 'paper';
  return alone ? <PaperContent owed={owed} /> : <Content owed={owed} />;
}
