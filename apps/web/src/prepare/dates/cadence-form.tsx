import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Ground, TextInput } from '../inputs';
import { isOffered, saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';

/** How often units report, in the officer's words; the periods themselves stand below. */
export const CadenceForm = ({ view, offer }: About) => (
  <AnswerForm<Answer<'cadence'>>
    view={view}
    title={t('part.cadence')}
    offered={isOffered(offer, 'cadence')}
    slot="cadence"
    said={(now) => saidOf(now, 'cadence')}
    start={standing(offer, 'cadence') ?? { answer: '', ground: '' }}
    answers={(cadence) => ({ cadence })}
  >
    {(value, set) => (
      <>
        <TextInput label={t('part.cadence')} value={value.answer} set={(answer) => set({ ...value, answer })} />
        <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
      </>
    )}
  </AnswerForm>
);
