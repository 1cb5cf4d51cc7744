import { Link, useParams } from '@tanstack/react-router';
import { useDossier, useRounds } from '../api/use-dossier';
import { useRegistration } from '../api/use-registration';
import { ReturnedFor } from '../entry/returned-for';
import { dueText, t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { RegistrationForm } from './registration-form';

/** Đăng ký thi đua: titles, and each target at the assigned level or beyond it. */
export function RegistrationPage() {
  const { obligation: id } = useParams({ from: '/viec/$obligation/dang-ky' });
  const { post } = usePost();
  const { data: owed } = useDossier(id);
  const { data: rounds } = useRounds(id);
  const { data: asked, error, isPending, refetch } = useRegistration(id);
  if (post === null) return <SignInBox />;
  if (error) return <Failed error={error} retry={refetch} />;
  if (isPending || !owed || !rounds) return <Loading />;
  const remarks = rounds.rounds.flatMap((round) => round.remarks).filter(({ state }) => state === 'unanswered');
  return (
    <>
      <p className="crumb no-print">
        <Link to="/viec/$obligation" params={{ obligation: id }}>
          {t('dossier.back')}
        </Link>
      </p>
      <h1>{owed.title}</h1>
      <p className="lead">
        {owed.unitName} · {t('due.at', { due: dueText(owed.clock.dueAt) })}
      </p>
      {owed.state === 'returned' && <ReturnedFor campaign={owed.campaign} id={id} />}
      <RegistrationForm key={owed.revision} owed={owed} asked={asked} remarks={remarks} />
    </>
  );
}
