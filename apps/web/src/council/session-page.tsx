import { Link, useParams } from '@tanstack/react-router';
import type { RollView } from '../api/contracts';
import { useRoll } from '../api/use-roll';
import { t } from '../messages/t';
import { CountTable } from '../paper/count-table';
import { SessionFacts } from '../paper/session-facts';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { OpenSessionForm } from './open-session-form';
import '../paper/paper.css';

/** A session of the council: opened by its secretary, progress by number and never by name, the count once it is made. */
export function SessionPage() {
  const { session: id } = useParams({ from: '/phien-hop/$session' });
  const { post } = usePost();
  const { data: roll, error, isPending, refetch } = useRoll(id);
  if (post === null) return <SignInBox />;
  if (error && !roll) return <Failed error={error} retry={refetch} />;
  if (isPending) return <Loading />;
  const { session, members, cast, items } = roll;
  const over = session.state === 'counted' || session.state === 'recorded';
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign: roll.campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{roll.title}</h1>
      <SessionFacts session={session} present={presentIn(roll)} />
      {roll.mayOpen && <OpenSessionForm id={id} roll={roll} />}
      {!over && (
        <p className="note" role="status">
          {t('session.cast', { n: cast, members: members.length })}
        </p>
      )}
      {over ? (
        <CountTable items={items} />
      ) : (
        <section aria-labelledby="items">
          <h2 id="items">{t('session.items')}</h2>
          <ol>
            {items.map(({ item, name }) => (
              <li key={item}>{name}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

const presentIn = ({ members }: RollView): string[] =>
  members.filter(({ present }) => present).map(({ name, title }) => (name === null ? title : `${name}, ${title}`));
