import { useState } from 'react';
import { numberText, t } from '../../messages/t';
import { bare } from '../../parts/bare';
import { Labelled } from '../inputs';
import { groupText, type UnitLine } from '../unit-options';

interface Props {
  units: UnitLine[];
  /** Instead of units: one level for each group. */
  groups?: string[];
  value: Record<string, number>;
  set: (value: Record<string, number>) => void;
}

/** Each unit's share as it was decided, or each group's level. */
export function Shares({ units, groups, value, set }: Props) {
  const [find, setFind] = useState('');
  const lines = groups
    ? groups.map((id) => ({ id, name: groupText(id) }))
    : units.filter(({ parent, id, name }) => parent !== null && (id in value || bare(name).includes(bare(find))));
  const change = (id: string, text: string): void => {
    const { [id]: _, ...rest } = value;
    set(text === '' ? rest : { ...rest, [id]: Number(text) });
  };
  const sum = Object.values(value).reduce((all, one) => all + one, 0);
  return (
    <fieldset className="boxes">
      <legend>{t('target.shares')}</legend>
      {!groups && (
        <Labelled label={t('matrix.find')}>
          {(id) => <input id={id} value={find} onChange={({ target }) => setFind(target.value)} />}
        </Labelled>
      )}
      <div className="scroll">
        {lines.map(({ id, name }) => (
          <label key={id} className="share">
            <span>{name}</span>
            <input
              type="number"
              step="any"
              className="number short"
              value={value[id] ?? ''}
              onChange={({ target }) => change(id, target.value)}
            />
          </label>
        ))}
      </div>
      {!groups && <p role="status">{t('target.shares.sum', { n: Object.keys(value).length, sum: numberText(sum) })}</p>}
    </fieldset>
  );
}
