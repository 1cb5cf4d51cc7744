import { useId } from 'react';
import { readFigure } from '../../../../libs/domain/indicator/figure-text';
import { numberText, t } from '../messages/t';
import './figure-field.css';

/** What was typed, as a number; null where nothing was; or what is wrong with it, in words. */
export function figureOf(text: string): { value: number | null } | { fault: string } {
  if (text.trim() === '') return { value: null };
  const read = readFigure(text);
  if ('value' in read) return read;
  return { fault: t(read.fault === 'ambiguous' ? 'figure.ambiguous' : 'figure.not-a-number', { text }) };
}

/** As it is typed again: `1234,5`, never in groups, so that it can be read in one way only. */
export const typedText = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

interface Props {
  label: string;
  help: string;
  measure: string;
  value: string;
  change: (text: string) => void;
  /** In the words of the server, or of the field itself. */
  fault?: string | undefined;
  disabled?: boolean;
}

/** One figure, typed as Vietnamese offices write it. */
export function FigureField({ label, help, measure, value, change, fault, disabled = false }: Props) {
  const id = useId();
  const read = figureOf(value);
  const wrong = fault ?? ('fault' in read ? read.fault : undefined);
  const shown = 'value' in read && read.value !== null && /\d{4}/.test(value) ? numberText(read.value) : null;
  return (
    <p className={wrong === undefined ? 'figure' : 'figure faulty'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        disabled={disabled}
        aria-describedby={`${id}-help`}
        aria-invalid={wrong !== undefined}
        onChange={({ target }) => change(target.value)}
      />
      <span className="unit">{measure}</span>
      <span id={`${id}-help`} className="line small">
        {help}
        {shown !== null && ` · ${shown}`}
        {wrong !== undefined && <strong className="overdue-text"> ✕ {wrong}</strong>}
      </span>
    </p>
  );
}
