import type { DossierView, PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { HandIn } from './hand-in';
import { useTyped } from './use-typed';
import { saidIn, WordFields, wordsOf, type Words } from './word-fields';

interface Props {
  owed: DossierView;
  paper: PaperOf<'proposal' | 'decision'>;
}
type Line = PaperOf<'decision'>['items'][number] & Partial<Pick<PaperOf<'proposal'>['items'][number], 'votes' | 'may'>>;

/** Who is proposed, or awarded: a number, a day, and the units chosen of those that can be. */
export function AwardForm({ owed, paper }: Props) {
  const { kind, open } = paper;
  const lines: Line[] = paper.items;
  const { typed, change, forget } = useTyped<Words & { chosen: string[] }>(owed, () => ({
    ...wordsOf(kind, paper.given),
    chosen: chosenIn(paper),
  }));
  const able = lines.filter(({ may = true }) => may).map(({ item }) => item);
  const chosen = typed.chosen.filter((item) => able.includes(item));
  const list = kind === 'proposal' ? 'items' : 'awarded';
  const shut = open !== null && !open.includes(list);
  // in the order they are shown, whatever order they were chosen in
  const content = () => ({ ...saidIn(kind, typed), [list]: able.filter((item) => chosen.includes(item)) });
  const choose = (item: string, on: boolean): void =>
    change({ chosen: on ? [...chosen, item] : chosen.filter((one) => one !== item) });
  return (
    <HandIn owed={owed} content={content} press="paper.hand-in" done={forget}>
      {(faultAt) => (
        <>
          <p className="lead">
            {kind === 'proposal'
              ? t('proposal.quota', { quota: paper.quota })
              : [
                  paper.proposal === null ? t('decision.no-proposal') : t('decision.of', { number: paper.proposal }),
                  ...(paper.decidedBy === '' ? [] : [t('decision.by', { who: paper.decidedBy })]),
                ].join(' · ')}
          </p>
          <WordFields {...{ kind, typed, change, faultAt, open }} />
          <fieldset className="cell">
            <legend>{t(`${kind}.list`)}</legend>
            {able.length === 0 && <p className="note">{t('award.nobody')}</p>}
            {able.length > 1 && !shut && (
              <p className="tools no-print">
                <button type="button" onClick={() => change({ chosen: able })}>
                  {t('award.all')}
                </button>
                <button type="button" onClick={() => change({ chosen: [] })}>
                  {t('award.none')}
                </button>
              </p>
            )}
            {lines.map((line) => (
              <label key={line.item} className="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(line.item)}
                  disabled={shut || !able.includes(line.item)}
                  onChange={({ target }) => choose(line.item, target.checked)}
                />{' '}
                {line.name} <span className="small">{groundOf(line)}</span>
              </label>
            ))}
          </fieldset>
          <p className="sum" role="status">
            {t('award.chosen', { n: chosen.length })}
            {kind === 'proposal' && chosen.length > paper.quota && (
              <strong className="overdue-text"> ✕ {t('proposal.over', { quota: paper.quota })}</strong>
            )}
          </p>
        </>
      )}
    </HandIn>
  );
}

const chosenIn = (paper: Props['paper']): string[] =>
  (paper.kind === 'proposal' ? paper.given?.items : paper.given?.awarded) ?? [];

/** Place, points and votes, beside the name. */
export function groundOf({ place, total, votes }: Line): string {
  const ranked =
    place === null
      ? []
      : [
          total === null
            ? t('paper.ranked', { place })
            : t('paper.ranked.points', { place, points: numberText(total) }),
        ];
  const voted = votes
    ? [t(votes.passed ? 'award.passed' : 'award.failed', { yes: votes.yes, needed: votes.needed })]
    : [];
  return [...ranked, ...voted].join(' · ');
}
