import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Select } from '../inputs';
import { unitOptions } from '../unit-options';
import type { Answer } from '../use-preparation';
import { isOffered, saidOf, type About } from './about';

/** The bodies of the campaign: who launches, who looks after it, who receives for the launching body, who heads it. */
export function BodiesForm({ view, offer, units: { units } }: About) {
  const posts = units.flatMap((unit) => unit.posts.filter(({ role }) => role === 'chair' || role === 'head'));
  return (
    <AnswerForm<Answer<'bodies'>>
      view={view}
      title={t('part.bodies')}
      offered={isOffered(offer, 'bodies')}
      slot="bodies"
      said={(now) => saidOf(now, 'bodies')}
      start={{ ...offer.offered.bodies, ...offer.known.bodies }}
      answers={(bodies) => ({ bodies })}
    >
      {(value, set) => (
        <>
          {(['launching', 'standing', 'office'] as const).map((body) => (
            <Select
              key={body}
              label={t(`body.${body}`)}
              value={value[body] ?? ''}
              set={(unit) => set({ ...value, [body]: unit })}
              options={unitOptions(units)}
            />
          ))}
          <Select
            label={t('body.chair')}
            value={value.chair ?? ''}
            set={(chair) => set({ ...value, chair })}
            options={posts.map(({ id, title }) => [id, title])}
          />
        </>
      )}
    </AnswerForm>
  );
}
