import { useState } from 'react';
import type { ImportView, ReportCheck } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { figurePath, wordPath, type Cell, type Form } from './fields';
import { ClashChoice } from './clash-choice';
import type { OpenRemark } from './fields';
import { Faults } from './faults';
import { usePaste } from './use-paste';
import { RemarkReplies } from './remark-replies';
import type { Draft } from './use-draft';
import { WordField } from './word-field';

interface Props {
  cell: Cell;
  form: Form;
  draft: Draft;
  faults: ReportCheck['faults'];
  remarks: OpenRemark[];
  replies: Record<string, string>;
  reply: (id: string, text: string) => void;
  found: (view: ImportView) => void;
}

/** One figure: what was assigned, pledged and said last time stands beside what is typed. */
export function CellRow({ cell, form, draft, faults, remarks, replies, reply, found }: Props) {
  const { target, name, unit, parts, input, assigned, pledged, stretch, last, proof } = cell;
  const [wordy, open] = useState(false);
  const empty = parts.every((part) => (draft.valueOf(figurePath(target, form.column, part)) ?? '') === '');
  const said = (word: 'reason' | 'explanation' | 'proof') => draft.valueOf(wordPath(target, word)) !== null;
  const words: ('reason' | 'explanation' | 'proof')[] = [
    ...(empty && (wordy || faults.length > 0 || said('reason')) ? (['reason'] as const) : []),
    ...(faults.some(({ kind }) => kind === 'explain') || said('explanation') ? (['explanation'] as const) : []),
    ...(proof ? (['proof'] as const) : []),
  ];
  return (
    <fieldset className={`cell ${faults.length ? 'faulty' : ''}`} id={`cell-${target}`}>
      <legend>{name}</legend>
      <p className="beside small">
        {assigned !== null && <span>{t('cell.assigned', { value: numberText(assigned), unit })}</span>}
        {pledged !== null && (
          <span>
            {t('cell.pledged', { value: numberText(pledged), unit })}
            {stretch !== null && stretch !== 0 && ` (${stretch > 0 ? '+' : ''}${numberText(stretch)} %)`}
          </span>
        )}
        {last.final?.value != null && (
          <span>{t('cell.last', { value: numberText(last.final.value), unit, title: last.final.title })}</span>
        )}
        {cell.asked === 'below' && <span>{t('cell.below')}</span>}
      </p>
      <div className="parts">
        {parts.map((part) => (
          <CellInput key={part} {...{ cell, form, draft, part, found }} />
        ))}
        {input === 'ratio' && <Ratio {...{ cell, form, draft }} />}
        {empty && !words.includes('reason') && (
          <button type="button" className="plain" onClick={() => open(true)}>
            {t('cell.no-figure')}
          </button>
        )}
      </div>
      {words.map((word) => (
        <WordField
          key={word}
          path={wordPath(target, word)}
          label={t(`cell.${word}`)}
          draft={draft}
          faults={[]}
          remarks={[]}
          replies={replies}
          reply={reply}
          rows={2}
        />
      ))}
      <Faults id={`faults-${target}`} faults={faults} />
      <RemarkReplies remarks={remarks} replies={replies} reply={reply} />
    </fieldset>
  );
}

interface InputProps extends Pick<Props, 'cell' | 'form' | 'draft' | 'found'> {
  part: Cell['parts'][number];
}

function CellInput({ cell, form, draft, part, found }: InputProps) {
  const { target, input, unit, name } = cell;
  const path = figurePath(target, form.column, part);
  const id = `field-${path}`;
  const field = draft.field(path);
  const paste = usePaste({ form, at: { target, part, status: form.column }, found });
  const label =
    input === 'ratio' ? t(`part.${part}`) : t(form.column === 'estimated' ? 'part.estimated' : 'part.value');
  const value = draft.valueOf(path);
  return (
    <span className="part">
      <label htmlFor={id}>
        {label} <span className="hidden">{name}</span>
      </label>
      {input === 'yes_no' ? (
        <select
          id={id}
          value={value === null ? '' : String(value)}
          onChange={({ target: one }) => draft.type(path, one.value === '' ? null : one.value)}
        >
          <option value="">–</option>
          <option value="1">{t('yes')}</option>
          <option value="0">{t('no')}</option>
        </select>
      ) : (
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={value === null ? '' : String(value)}
          onChange={({ target: one }) => draft.type(path, one.value.trim() === '' ? null : one.value)}
          onPaste={paste}
          aria-describedby={`faults-${target}`}
        />
      )}
      {input !== 'ratio' && <span className="unit">{unit}</span>}
      {field?.unconfirmed && (
        <button type="button" className="plain" onClick={() => draft.type(path, field.value)}>
          {t('cell.confirm')}
        </button>
      )}
      <ClashChoice path={path} draft={draft} />
    </span>
  );
}

/** What the parts come to; only shown, the engine reckons by itself. */
function Ratio({ cell: { target, unit }, form, draft }: Pick<Props, 'cell' | 'form' | 'draft'>) {
  const number = (part: 'numerator' | 'denominator'): number =>
    Number(String(draft.valueOf(figurePath(target, form.column, part)) ?? '').replace(',', '.'));
  const [above, below] = [number('numerator'), number('denominator')];
  if (!(below > 0) || Number.isNaN(above)) return null;
  const scale = unit === '‰' ? 1_000 : 100;
  return (
    <output className="small">
      = {numberText(Math.round((above / below) * scale * 100) / 100)} {unit === '‰' ? '‰' : '%'}
    </output>
  );
}
