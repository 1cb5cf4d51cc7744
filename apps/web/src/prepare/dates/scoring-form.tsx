import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Ground } from '../inputs';
import { Rows } from '../rows';
import { saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';

type Scoring = Answer<'scoring'>;

/** The table of points; without one nobody scores. */
export function ScoringForm({ view, offer }: About) {
  const known = standing(offer, 'scoring');
  if (!known) return null;
  return (
    <AnswerForm<Scoring>
      view={view}
      title={t('part.scoring')}
      slot="scoring"
      said={(now) => saidOf(now, 'scoring')}
      start={known}
      answers={(scoring) => ({ scoring })}
    >
      {(value, set) => (
        <>
          <Rows
            caption={t('part.scoring')}
            columns={[
              { name: 'id', label: t('scoring.id'), type: 'text' },
              { name: 'name', label: t('scoring.name'), type: 'text' },
              { name: 'max', label: t('scoring.max'), type: 'number' },
              {
                name: 'source',
                label: t('scoring.source'),
                type: 'select',
                options: [
                  ['self', t('scoring.self')],
                  ['on_time', t('scoring.on_time')],
                ],
              },
            ]}
            rows={value.criteria}
            set={(criteria) => set({ ...value, criteria })}
            fresh={(): Scoring['criteria'][number] => ({
              id: `C${value.criteria.length + 1}`,
              name: '',
              max: 10,
              source: 'self',
            })}
            add={t('scoring.add')}
          />
          <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
        </>
      )}
    </AnswerForm>
  );
}
