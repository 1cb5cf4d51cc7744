import { useEffect, useId, useState } from 'react';
import { t } from '../messages/t';
import { bare } from '../parts/bare';
import { useUnits } from './use-inspector';

interface Props {
  campaign: string | undefined;
  unit: string | undefined;
  change: (unit: string | undefined) => void;
}

/** A unit by its name, without marks if one likes; names that two units bear are told apart by their code. */
export function UnitField({ campaign, unit, change }: Props) {
  const list = useId();
  const { data } = useUnits(campaign);
  const units = data?.items ?? [];
  const twice = new Set(units.map(({ name }) => name).filter((name, n, all) => all.indexOf(name) !== n));
  const label = ({ id, name }: { id: string; name: string }): string => (twice.has(name) ? `${name} (${id})` : name);
  const chosen = units.find(({ id }) => id === unit);
  const [typed, type] = useState('');
  const shown = chosen ? label(chosen) : '';
  useEffect(() => type(shown), [shown]);
  const take = (text: string): void => {
    type(text);
    if (text.trim() === '') return change(undefined);
    const found = units.filter((one) => bare(label(one)) === bare(text.trim()));
    if (found.length === 1) change(found[0]!.id);
  };
  return (
    <label>
      {t('inspect.unit')}{' '}
      <input
        type="search"
        list={list}
        value={typed}
        disabled={campaign === undefined}
        placeholder={campaign === undefined ? t('operations.unit.first') : t('inspect.unit.help')}
        onChange={({ target }) => take(target.value)}
      />
      <datalist id={list}>
        {units.map((one) => (
          <option key={one.id} value={label(one)} />
        ))}
      </datalist>
    </label>
  );
}
