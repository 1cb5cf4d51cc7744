import { Link, useParams } from '@tanstack/react-router';
import { useDossier, useForm, useRounds } from '../api/use-dossier';
import { dueText, t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { EntryForm } from './entry-form';
import { ReturnedFor } from './returned-for';

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
      <p className="crumb no-print">
        <Link to="/viec/$obligation" params={{ obligation: id }}>
          {t('dossier.back')}
        </Link>
      </p>
      <h1>{form.title}</h1>
      <p>
        {owed.unitName} · {t('due.at', { due: dueText(owed.clock.dueAt) })}
      </p>
      {owed.state === 'returned' && <ReturnedFor campaign={owed.campaign} id={id} />}
      <EntryForm key={form.version} form={form} owed={owed} remarks={remarks} />
    </>
  );
}
