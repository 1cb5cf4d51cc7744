import type { DossierView, PaperOf } from '../api/contracts';
import { HandIn } from './hand-in';
import { CountTable } from './count-table';
import { RankingTable } from './ranking-table';
import { SessionFacts } from './session-facts';
import { useTyped } from './use-typed';
import { saidIn, WordFields, wordsOf, type Words } from './word-fields';

interface Props {
  owed: DossierView;
  paper: PaperOf<'own_plan' | 'event' | 'ranking' | 'minutes'>;
}

/** A paper of a few words, below what it is about: the ranking that is confirmed, the count that the minutes record. */
export function WordsForm({ owed, paper }: Props) {
  const { kind } = paper;
  const { typed, change, forget } = useTyped<Words>(owed, () => wordsOf(kind, paper.given));
  return (
    <>
      {kind === 'ranking' && <RankingTable ranking={paper.ranking} />}
      {kind === 'minutes' && (
        <>
          <SessionFacts session={paper.session} present={paper.present} />
          <CountTable items={paper.items} />
        </>
      )}
      <HandIn owed={owed} content={() => saidIn(kind, typed)} press="paper.hand-in" done={forget}>
        {(faultAt) => <WordFields {...{ kind, typed, change, faultAt }} open={paper.open} />}
      </HandIn>
    </>
  );
}
