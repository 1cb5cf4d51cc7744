import type { DossierView, PaperView } from '../api/contracts';
import { usePaper } from '../api/use-paper';
import { dayText, numberText, t } from '../messages/t';
import { groundOf } from './award-form';
import { CountTable } from './count-table';
import { fieldsOf, type WordKind } from './papers';
import { RankingTable } from './ranking-table';
import { ScoresGiven } from './scores-given';
import './paper.css';

/** What stands handed in of a paper, beside what it was about. */
export function PaperContent({ owed }: { owed: DossierView }) {
  const { data: paper } = usePaper(owed.id);
  if (!paper) return null;
  return (
    <section aria-labelledby="content">
      <h2 id="content">{t('content')}</h2>
      {paper.given === null ? <p className="note">{t('ballot.sealed')}</p> : <Given paper={paper} />}
    </section>
  );
}

function Given({ paper }: { paper: PaperView }) {
  switch (paper.kind) {
    case 'covenant':
      return <CovenantGiven paper={paper} />;
    case 'self_score':
    case 'verification':
      return <ScoresGiven paper={paper} />;
    case 'vote':
      return (
        <ul>
          {paper.given!.votes.map(({ item, choice }) => (
            <li key={item}>
              {paper.items.find((one) => one.item === item)?.name ?? item}: <strong>{t(`vote.${choice}`)}</strong>
            </li>
          ))}
        </ul>
      );
    case 'proposal':
    case 'decision': {
      const chosen = paper.kind === 'proposal' ? paper.given!.items : paper.given!.awarded;
      return (
        <>
          <WordsGiven kind={paper.kind} given={paper.given!} />
          <h3>{t(`${paper.kind}.list`)}</h3>
          {chosen.length === 0 && <p className="note">{t('award.nobody-chosen')}</p>}
          <ol>
            {paper.items
              .filter(({ item }) => chosen.includes(item))
              .map((line) => (
                <li key={line.item}>
                  {line.name} <span className="small">{groundOf(line)}</span>
                </li>
              ))}
          </ol>
        </>
      );
    }
    default:
      return (
        <>
          <WordsGiven kind={paper.kind} given={paper.given!} />
          {paper.kind === 'ranking' && <RankingTable ranking={paper.ranking} />}
          {paper.kind === 'minutes' && <CountTable items={paper.items} />}
        </>
      );
  }
}

const WordsGiven = ({ kind, given }: { kind: WordKind; given: object }) => (
  <dl>
    {fieldsOf(kind).map(([name, type]) => {
      const said = String((given as Record<string, unknown>)[name]);
      return (
        <div key={name}>
          <dt className="small">{t(`paper.${name}`)}</dt>
          <dd>{type === 'yes' ? t('yes') : type === 'day' ? dayText(said) : said}</dd>
        </div>
      );
    })}
  </dl>
);

function CovenantGiven({ paper: { given, signers, targets } }: { paper: Extract<PaperView, { kind: 'covenant' }> }) {
  const signer = signers.find(({ post }) => post === given!.signedBy);
  return (
    <>
      <p>
        {t('covenant.alone.signed', {
          who: signer ? (signer.name === null ? signer.title : `${signer.name}, ${signer.title}`) : given!.signedBy,
        })}
      </p>
      <ul>
        {given!.pledges.map(({ target, value }) => {
          const one = targets.find((asked) => asked.target === target);
          return (
            <li key={target}>
              {one?.name ?? target}:{' '}
              <strong>{value === null ? '–' : `${numberText(value)} ${one?.measure ?? ''}`}</strong>
            </li>
          );
        })}
      </ul>
    </>
  );
}
