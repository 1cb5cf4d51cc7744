import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Boxes, Select } from '../inputs';
import { kindOptions, unitOptions } from '../unit-options';
import type { Answer } from '../use-preparation';
import { isOffered, saidOf, standing, type About } from './about';

type Levels = Answer<'levels'>;

/** Who reports to whom, level by level. */
export function LevelsForm({ view, offer, units: { units } }: About) {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <AnswerForm<Levels>
      view={view}
      title={t('part.levels')}
      help={t('levels.help')}
      offered={isOffered(offer, 'levels')}
      slot="levels"
      said={(now) => saidOf(now, 'levels')}
      start={standing(offer, 'levels') ?? {}}
      answers={(levels) => ({ levels })}
    >
      {(value, set) => (
        <>
          {Object.entries(value).map(([key, level]) => {
            const change = (next: Partial<Levels[string]>): void => set({ ...value, [key]: { ...level, ...next } });
            const named = level.owes.units?.map((id) => names.get(id) ?? id).join('; ');
            return (
              <fieldset key={key} className="boxes">
                <legend>{t('level.of', { key })}</legend>
                {named ? (
                  <p>{named}</p>
                ) : (
                  <Boxes
                    label={t('level.owes')}
                    options={kindOptions(units)}
                    value={level.owes.kinds ?? []}
                    set={(kinds) => change({ owes: { ...level.owes, kinds } })}
                  />
                )}
                <Select
                  label={t('level.to')}
                  value={level.to}
                  set={(to) => change({ to })}
                  options={[['parent', t('level.parent')], ...unitOptions(units)]}
                />
                <label className="check">
                  <input
                    type="checkbox"
                    checked={level.consolidates ?? false}
                    onChange={({ target }) => change({ consolidates: target.checked })}
                  />{' '}
                  {t('level.consolidates')}
                </label>
              </fieldset>
            );
          })}
          <AddLevel
            taken={Object.keys(value)}
            add={(key) => set({ ...value, [key]: { level: key, owes: { kinds: [] }, to: '' } })}
          />
        </>
      )}
    </AnswerForm>
  );
}

function AddLevel({ taken, add }: { taken: string[]; add: (key: string) => void }) {
  const fresh = `level-${taken.length + 1}`;
  return (
    <button type="button" disabled={taken.includes(fresh)} onClick={() => add(fresh)}>
      + {t('level.add')}
    </button>
  );
}
