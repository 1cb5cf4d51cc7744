import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { newKey } from '../api/client';
import type { PreparationView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { stepOf, type Item } from './steps';
import { act, isStale, useCommand } from './use-preparation';

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
          {t('prepare.waived', { by: waiver.by, at: instantText(waiver.at), reason: waiver.reason })}
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
  const key = useRef(newKey());
  const { run, isPending } = useCommand(view.id);
  const [error, setError] = useState<Error | null>(null);
  const press = async (): Promise<void> => {
    const { key: name, answered } = act(key);
    setError(null);
    await run({ act: 'confirm', body: { fields: [field] }, key: name }).then(
      () => answered(),
      (refusal: Error) => {
        answered(refusal);
        setError(refusal);
      },
    );
  };
  return (
    <>
      <button
        type="button"
        disabled={isPending || view.state !== 'open'}
        aria-label={t('prepare.confirm.of', { what: label ?? field })}
        onClick={() => void press()}
      >
        {t('prepare.confirm')}
      </button>
      {error && (
        <span className="failed" role="alert">
          ✕ {isStale(error) ? t('prepare.moved') : error.message}
        </span>
      )}
    </>
  );
}

/** Takes it upon the own post that something stays as it is, with a reason; or takes that back. */
function Waive({ view, item }: { view: PreparationView; item: Item }) {
  const field = useId();
  const key = useRef(newKey());
  const { run, isPending } = useCommand(view.id);
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const send = async (what: string, body: object): Promise<void> => {
    const { key: name, answered } = act(key);
    setError(null);
    await run({ act: what, body: { item: item.id, ...body }, key: name }).then(
      () => {
        answered();
        ask(false);
      },
      (refusal: Error) => {
        answered(refusal);
        setError(refusal);
      },
    );
  };
  const failed = error && (
    <p className="failed" role="alert">
      ✕ {isStale(error) ? t('prepare.moved') : error.message}
    </p>
  );
  if (item.waiver)
    return (
      <>
        <button type="button" disabled={isPending} onClick={() => void send('withdraw-waiver', {})}>
          {t('prepare.withdraw')}
        </button>
        {failed}
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
        void send('waive', { reason });
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
      {failed}
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
