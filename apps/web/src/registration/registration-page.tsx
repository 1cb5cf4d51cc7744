import { useParams } from '@tanstack/react-router';
import { useDossier, useRounds } from '../api/use-dossier';
import { useRegistration } from '../api/use-registration';
import { OwedHead } from '../entry/owed-head';
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
      <OwedHead owed={owed} />
      <RegistrationForm key={owed.revision} owed={owed} asked={asked} remarks={remarks} />
    </>
  );
}
