import { useId } from 'react';
import type { DossierView, PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { HandIn } from './hand-in';
import { SessionFacts } from './session-facts';
import { useTyped } from './use-typed';

type Item = PaperOf<'vote'>['items'][number];
type Choice = NonNullable<PaperOf<'vote'>['given']>['votes'][number]['choice'];
const CHOICES: Choice[] = ['yes', 'no', 'blank'];

interface Ballot {
  choices: Record<string, Choice>;
  written: boolean;
}

/** One member's ballot: a choice on every item, none of them made beforehand. */
export function BallotForm({ owed, paper }: { owed: DossierView; paper: PaperOf<'vote'> }) {
  const { session, items, writtenOnly } = paper;
  const { typed, change, forget } = useTyped<Ballot>(owed, () => ({ choices: {}, written: false }), { kept: false });
  const { choices, written } = typed;
  const content = () => ({
    votes: items.flatMap(({ item }) => (choices[item] ? [{ item, choice: choices[item] }] : [])),
    ...(written && { written: true }),
  });
  const count = (choice: Choice): number => items.filter(({ item }) => choices[item] === choice).length;
  const left = items.filter(({ item }) => choices[item] === undefined).length;
  const over = session.state === 'counted' || session.state === 'recorded';
  return (
    <>
      <SessionFacts session={session} />
      {over ? (
        <p className="note">{t('ballot.over')}</p>
      ) : (
        <HandIn owed={owed} content={content} ready={left === 0} press="ballot.cast" done={forget}>
          {(faultAt) => (
            <>
              <p className="note">{t('ballot.secret')}</p>
              {items.map((one) => (
                <BallotLine
                  key={one.item}
                  one={one}
                  chosen={choices[one.item]}
                  choose={(choice) => change({ choices: { ...choices, [one.item]: choice } })}
                />
              ))}
              <label className="check">
                <input
                  type="checkbox"
                  checked={written}
                  required={writtenOnly}
                  aria-invalid={faultAt('written') !== undefined}
                  onChange={({ target }) => change({ written: target.checked })}
                />{' '}
                {t(writtenOnly ? 'ballot.written.only' : 'ballot.written')}
              </label>
              <p className="sum" role="status">
                {t('ballot.count', { yes: count('yes'), no: count('no'), blank: count('blank'), left })}
              </p>
            </>
          )}
        </HandIn>
      )}
    </>
  );
}

interface LineProps {
  one: Item;
  chosen: Choice | undefined;
  choose: (choice: Choice) => void;
}

function BallotLine({ one: { name, place, total }, chosen, choose }: LineProps) {
  const group = useId();
  return (
    <fieldset className="cell">
      <legend>
        {name}{' '}
        {place !== null && (
          <span className="small">
            {total === null
              ? t('paper.ranked', { place })
              : t('paper.ranked.points', { place, points: numberText(total) })}
          </span>
        )}
      </legend>
      <div className="choices">
        {CHOICES.map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name={group} required checked={chosen === choice} onChange={() => choose(choice)} />{' '}
            {t(`vote.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
