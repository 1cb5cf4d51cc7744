import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DossierView, PaperKind, PaperOf, PaperView } from '../api/contracts';
import { useDossier } from '../api/use-dossier';
import { usePaper } from '../api/use-paper';
import { OwedHead } from '../entry/owed-head';
import { t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { AwardForm } from './award-form';
import { BallotForm } from './ballot-form';
import { CovenantForm } from './covenant-form';
import { ScoreForm } from './score-form';
import { WordsForm } from './words-form';
import './paper.css';

type Form<K extends PaperKind> = (props: { owed: DossierView; paper: PaperOf<K> }) => ReactNode;
const FORMS: { [K in PaperKind]: Form<K> } = {
  own_plan: WordsForm,
  event: WordsForm,
  ranking: WordsForm,
  minutes: WordsForm,
  covenant: CovenantForm,
  self_score: ScoreForm,
  verification: ScoreForm,
  vote: BallotForm,
  proposal: AwardForm,
  decision: AwardForm,
};

/** A paper that is handed in as a whole: what it asks is told by the server, the form is the one of its kind. */
export function PaperPage() {
  const { obligation: id } = useParams({ from: '/viec/$obligation/van-ban' });
  const { post } = usePost();
  const { data: owed } = useDossier(id);
  const { data: paper, error, isPending, refetch } = usePaper(id);
  if (post === null) return <SignInBox />;
  if (error && !paper) return <Failed error={error} retry={refetch} />;
  if (isPending || !owed) return <Loading />;
  return (
    <>
      <OwedHead owed={owed} />
      {owed.state === 'open' || owed.state === 'returned' ? (
        formOf(owed, paper)
      ) : (
        <p className="note">{t('paper.shut', { state: owed.stateText })}</p>
      )}
    </>
  );
}

function formOf(owed: DossierView, paper: PaperView): ReactNode {
  const Form = FORMS[paper.kind] as Form<PaperKind>;
  return <Form key={owed.id} owed={owed} paper={paper} />;
}
