import { useId } from 'react';
import { t } from '../messages/t';
import type { FaultAt } from './hand-in';
import { fieldsOf, type FieldName, type FieldType, type WordKind } from './papers';
import type { Typed } from './use-typed';

export type Words = Partial<Record<FieldName, string>>;

/** What stands, as it is typed again. */
export const wordsOf = (kind: WordKind, given: object | null): Words =>
  Object.fromEntries(
    fieldsOf(kind).map(([name]) => {
      const said = (given as Record<string, unknown> | null)?.[name];
      return [name, typeof said === 'string' ? said : ''];
    }),
  );

/** What was typed, as the API takes it. */
export const saidIn = (kind: WordKind, typed: Words): Record<string, string | true> =>
  Object.fromEntries(fieldsOf(kind).map(([name, type]) => [name, type === 'yes' ? true : (typed[name] ?? '').trim()]));

interface Props {
  kind: WordKind;
  typed: Words;
  change: Typed<Words>['change'];
  faultAt: FaultAt;
  /** Parts that may change; null for all. */
  open: string[] | null;
}

/** Number, day and what a paper says. */
export const WordFields = ({ kind, typed, change, faultAt, open }: Props) =>
  fieldsOf(kind).map(([name, type]) => (
    <WordField
      key={name}
      name={name}
      type={type}
      value={typed[name] ?? ''}
      change={(text) => change({ [name]: text })}
      fault={faultAt(name)}
      shut={open !== null && !open.includes(name)}
    />
  ));

interface FieldProps {
  name: FieldName;
  type: FieldType;
  value: string;
  change: (text: string) => void;
  fault: string | undefined;
  shut: boolean;
}

function WordField({ name, type, value, change, fault, shut }: FieldProps) {
  const id = useId();
  const known = { id, required: true, disabled: shut, 'aria-invalid': fault !== undefined };
  if (type === 'yes')
    return (
      <label className="check">
        <input
          type="checkbox"
          {...known}
          checked={value === 'yes'}
          onChange={({ target }) => change(target.checked ? 'yes' : '')}
        />{' '}
        {t(`paper.${name}`)}
      </label>
    );
  return (
    <p>
      <label htmlFor={id}>{t(`paper.${name}`)}</label>
      {type === 'words' ? (
        <textarea
          {...known}
          rows={6}
          minLength={3}
          maxLength={name === 'ground' ? 2_000 : 20_000}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <input
          {...known}
          type={type === 'day' ? 'date' : 'text'}
          maxLength={60}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {fault !== undefined && <strong className="line small overdue-text">✕ {fault}</strong>}
    </p>
  );
}
