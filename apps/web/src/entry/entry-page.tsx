import { useParams } from '@tanstack/react-router';
import { useDossier, useForm, useRounds } from '../api/use-dossier';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { EntryForm } from './entry-form';
import { OwedHead } from './owed-head';

/** Nhập báo cáo: the form of one unit and period, saved as it is typed. */
export function EntryPage() {
  const { obligation: id } = useParams({ from: '/viec/$obligation/nhap' });
  const { post } = usePost();
  const { data: owed } = useDossier(id);
  const { data: rounds } = useRounds(id);
  const { data: form, error, isPending, refetch } = useForm(id);
  if (post === null) return <SignInBox />;
  if (error) return <Failed error={error} retry={refetch} />;
  if (isPending || !owed || !rounds) return <Loading />;
  const remarks = rounds.rounds.flatMap((round) => round.remarks).filter(({ state }) => state !== 'resolved');
  return (
    <>
      <OwedHead owed={owed} />
      <EntryForm key={form.version} form={form} owed={owed} remarks={remarks} />
    </>
  );
}
