import type { PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';

/** Points that the deadline ledger gives; nobody types them. */
export const LedgerLines = ({ ledger }: Pick<PaperOf<'self_score'>, 'ledger'>) =>
  ledger.map(({ criterion, name, max, points, record }) => (
    <p key={criterion} className="figure">
      <strong>{name}</strong>{' '}
      {points === null ? t('score.left-out') : t('score.ledger', { points: numberText(points), max: numberText(max) })}
      <span className="line small">{points !== null && t('score.record', { ...record })}</span>
    </p>
  ));
