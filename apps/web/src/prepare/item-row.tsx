import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { PreparationView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { Refused } from '../parts/refused';
import { stepOf, type Item } from './steps';
import { useWish } from './use-wish';

const TONES: Record<string, Tone> = { must: 'overdue', waivable: 'soon', warning: 'quiet', done: 'done' };

interface Props {
  view: PreparationView;
  item: Item;
  /** Shows the way to the step where it is mended. */
  far?: boolean;
}

/** One thing between the preparation and its launch, and what may be done about it here. */
export function ItemRow({ view, item, far = false }: Props) {
  const { id, kind, text, severity, proposal, waivableByText, waiver, open, field } = item;
  const state = waiver ? 'done' : severity;
  const place = kind === 'defect' ? id.slice('defect:'.length) : kind === 'question' ? id : null;
  return (
    <li className="item">
      <p>
        <Badge tone={TONES[state]!}>{t(`severity.${state}` as 'severity.must')}</Badge> {text}
      </p>
      {proposal !== null && proposal !== text && <p className="small">{t('prepare.proposal', { text: proposal })}</p>}
      {waiver && (
        <p className="small">
          {t('prepare.waived', { by: waiver.byTitle, at: instantText(waiver.at), reason: waiver.reason })}
        </p>
      )}
      {severity === 'waivable' && open && !item.yours && <p className="small">{waivableByText}</p>}
      {(far || (place !== null && item.evidence !== null)) && (
        <p className="tools no-print">
          {place !== null && item.evidence !== null && (
            <Link to="/chuan-bi/$id/$step" params={{ id: view.id, step: 'van-ban' }} search={{ field: place }}>
              {t('prepare.see')}
            </Link>
          )}
          {far && (
            <Link to="/chuan-bi/$id/$step" params={{ id: view.id, step: stepOf(item) }}>
              {t('prepare.mend')}
            </Link>
          )}
        </p>
      )}
      {view.state === 'open' && kind === 'unconfirmed' && field !== null && <Confirm view={view} field={field} />}
      {view.state === 'open' && severity === 'waivable' && item.yours && <Waive view={view} item={item} />}
    </li>
  );
}

/** Stands up for a value as it is on the screen. */
export function Confirm({ view, field, label }: { view: PreparationView; field: string; label?: string }) {
  const { send, isPending, error } = useWish(view.id);
  return (
    <>
      <button
        type="button"
        disabled={isPending || view.state !== 'open'}
        aria-label={t('prepare.confirm.of', { what: label ?? field })}
        onClick={() => void send('confirm', { fields: [field] })}
      >
        {t('prepare.confirm')}
      </button>
      <Refused error={error} inline />
    </>
  );
}

/** Takes it upon the own post that something stays as it is, with a reason; or takes that back. */
function Waive({ view, item }: { view: PreparationView; item: Item }) {
  const field = useId();
  const { send, isPending, error } = useWish(view.id);
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const press = async (what: string, body: object): Promise<void> => {
    if (await send(what, { item: item.id, ...body })) ask(false);
  };
  if (item.waiver)
    return (
      <>
        <button type="button" disabled={isPending} onClick={() => void press('withdraw-waiver', {})}>
          {t('prepare.withdraw')}
        </button>
        <Refused error={error} />
      </>
    );
  if (!asking)
    return (
      <button type="button" aria-expanded={false} onClick={() => ask(true)}>
        {t('prepare.waive')}
      </button>
    );
  return (
    <form
      className="act"
      onSubmit={(event) => {
        event.preventDefault();
        void press('waive', { reason });
      }}
    >
      <label htmlFor={field}>{t('prepare.waive.reason')}</label>
      <textarea
        id={field}
        required
        maxLength={2_000}
        rows={2}
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Refused error={error} />
      <p className="tools">
        <button type="submit" className="main" disabled={isPending}>
          {t('prepare.waive.do')}
        </button>{' '}
        <button type="button" onClick={() => ask(false)}>
          {t('prepare.cancel')}
        </button>
      </p>
    </form>
  );
}
