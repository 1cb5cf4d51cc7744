import type { DossierView, PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { FigureField, figureOf, typedText } from '../parts/figure-field';
import { HandIn, type FaultAt } from './hand-in';
import { LedgerLines } from './ledger-lines';
import { ReasonField } from './reason-field';
import { sumOf } from './sum-of';
import { useTyped } from './use-typed';

interface Props {
  owed: DossierView;
  paper: PaperOf<'self_score' | 'verification'>;
}
type Asked = PaperOf<'self_score'>['criteria'][number] & { claimed?: number | null };

interface Scores {
  /** By criterion, as typed. */
  points: Record<string, string>;
  reasons: Record<string, string>;
}

/** Points by criterion; who verifies sees the unit's claim beside each and says why where the own points differ. */
export function ScoreForm({ owed, paper }: Props) {
  const { kind, ledger } = paper;
  const criteria: Asked[] = paper.criteria;
  const { typed, change, forget } = useTyped<Scores>(owed, () => begun(paper));
  const valueOf = ({ criterion }: Asked): number | null => {
    const read = figureOf(typed.points[criterion] ?? '');
    return 'value' in read ? read.value : null;
  };
  const differs = (one: Asked): boolean => one.claimed != null && valueOf(one) !== null && valueOf(one) !== one.claimed;
  const say = (one: Asked, text: string): void => change({ points: { ...typed.points, [one.criterion]: text } });
  const content = () => ({
    scores: criteria.flatMap((one) => {
      const points = valueOf(one);
      const reason = (typed.reasons[one.criterion] ?? '').trim();
      if (points === null) return [];
      return [{ criterion: one.criterion, points, ...(kind === 'verification' && reason !== '' && { reason }) }];
    }),
  });
  const ready = criteria.every(({ criterion }) => !('fault' in figureOf(typed.points[criterion] ?? '')));
  const shut = paper.open !== null && !paper.open.includes('scores');
  const { total, fullMax } = sumOf(paper, (id) => valueOf(criteria.find(({ criterion }) => criterion === id)!));
  const claims = criteria.filter(({ claimed }) => claimed != null);
  return (
    <HandIn owed={owed} content={content} ready={ready} press="paper.hand-in" done={forget}>
      {(faultAt) => (
        <>
          {kind === 'verification' && claims.length === 0 && <p className="note">{t('score.no-claim')}</p>}
          {claims.length > 0 && !shut && (
            <p className="tools">
              <button
                type="button"
                onClick={() =>
                  change({
                    points: {
                      ...typed.points,
                      ...Object.fromEntries(
                        claims
                          .filter(({ criterion }) => (typed.points[criterion] ?? '') === '')
                          .map(({ criterion, claimed }) => [criterion, typedText(claimed!)]),
                      ),
                    },
                  })
                }
              >
                {t('score.take-claims')}
              </button>
            </p>
          )}
          {criteria.map((one) => (
            <div key={one.criterion}>
              <FigureField
                label={one.name}
                measure={t('score.points')}
                help={helpOf(one)}
                value={typed.points[one.criterion] ?? ''}
                change={(text) => say(one, text)}
                fault={faultOf(one, valueOf(one), faultAt, differs(one))}
                disabled={shut}
              />
              {(differs(one) || (kind === 'verification' && one.claimed == null)) && (
                <ReasonField
                  name={one.name}
                  required={differs(one)}
                  value={typed.reasons[one.criterion] ?? ''}
                  change={(text) => change({ reasons: { ...typed.reasons, [one.criterion]: text } })}
                  disabled={shut}
                />
              )}
            </div>
          ))}
          <LedgerLines ledger={ledger} />
          <p className="sum" role="status">
            {total === null
              ? t('score.total.open', { max: numberText(fullMax) })
              : t('score.total', { points: numberText(total), max: numberText(fullMax) })}
          </p>
        </>
      )}
    </HandIn>
  );
}

const begun = ({ given }: Props['paper']): Scores => {
  const scores: { criterion: string; points: number; reason?: string | undefined }[] = given?.scores ?? [];
  return {
    points: Object.fromEntries(scores.map(({ criterion, points }) => [criterion, typedText(points)])),
    reasons: Object.fromEntries(scores.map(({ criterion, reason = '' }) => [criterion, reason])),
  };
};

const helpOf = ({ max, claimed }: Asked): string =>
  [
    t('score.max', { max: numberText(max) }),
    ...(claimed === undefined
      ? []
      : [claimed === null ? t('score.unclaimed') : t('score.claimed', { points: numberText(claimed) })]),
  ].join(' · ');

/** Above the maximum is said while it is typed; everything else the server says beside its field, until the field is mended. */
function faultOf(
  { criterion, max }: Asked,
  value: number | null,
  faultAt: FaultAt,
  differs: boolean,
): string | undefined {
  if (value !== null && value > max) return t('score.above', { max: numberText(max) });
  const told = faultAt(`scores.${criterion}`);
  return told !== undefined && (value === null || differs) ? told : undefined;
}
