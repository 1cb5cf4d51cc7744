import { useEffect, useRef, useState } from 'react';
import type { PreparationView } from '../../api/contracts';
import { instantText, t } from '../../messages/t';
import { Badge } from '../../parts/badge';
import { Confirm } from '../item-row';
import type { Field } from '../steps';
import { FieldForm, isHead } from './field-form';
import { wordOf } from './field-word';

interface Props {
  view: PreparationView;
  field: Field;
  shown: boolean;
  /** Whether the reader is taken to this row. */
  lead: boolean;
  see: () => void;
}

/** One fact: its value, where it comes from, how sure the reader is, and what an officer can do about it. */
export function FieldRow({ view, field: one, shown, lead, see }: Props) {
  const { field, value, text, origin, evidence, offset, confidence, confirmed, open } = one;
  const row = useRef<HTMLLIElement>(null);
  const [editing, edit] = useState(false);
  useEffect(() => {
    if (!shown || !lead) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [shown, lead]);
  const word = wordOf(field);
  const opened = view.state === 'open';
  return (
    <li ref={row} tabIndex={-1} className={shown ? 'field-row shown' : 'field-row'}>
      <p>
        <span className="small">{word}</span>
        <span className="line">
          <strong>{text}</strong>
        </span>
      </p>
      <p className="small">
        {origin !== null && t(`origin.${origin}` as 'origin.read')}
        {confidence !== null && origin !== 'officer' && ` · ${t(sureness(confidence))}`}
        {evidence !== null && offset === null && ` · ${t('prepare.ground')}: ${evidence}`}
      </p>
      {confirmed !== null ? (
        <Badge tone="done">{t('prepare.confirmed', { by: confirmed.byTitle, at: instantText(confirmed.at) })}</Badge>
      ) : (
        open && <Badge tone="soon">{t('prepare.unconfirmed')}</Badge>
      )}
      <p className="tools no-print">
        {offset !== null && (
          <button type="button" className="plain" aria-label={t('prepare.see.of', { what: word })} onClick={see}>
            {t('prepare.see')}
          </button>
        )}
        {open && opened && <Confirm view={view} field={field} label={word} />}
        {opened && isHead(field) && (
          <button
            type="button"
            className="plain"
            aria-expanded={editing}
            aria-label={t('prepare.edit.of', { what: word })}
            onClick={() => edit(!editing)}
          >
            {t('prepare.edit')}
          </button>
        )}
      </p>
      {editing && isHead(field) && (
        <FieldForm view={view} field={field} value={typeof value === 'string' ? value : ''} />
      )}
    </li>
  );
}

/** The reader's own measure in words; below 0.8 it asks to be looked at, as the gate does. */
function sureness(confidence: number): 'sure.high' | 'sure.fair' | 'sure.low' {
  if (confidence >= 0.9) return 'sure.high';
  return confidence >= 0.8 ? 'sure.fair' : 'sure.low';
}
