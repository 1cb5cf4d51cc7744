import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Rows } from '../rows';
import { saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';

type FollowUps = Answer<'followUps'>;

/** One round for each day after the campaign's end on which targets fall due. */
export const FollowUpsForm = ({ view, offer }: About) => {
  const known = standing(offer, 'followUps') ?? [];
  const start = known.length > 0 ? known : (offer.offered.followUps ?? []);
  if (start.length === 0) return null;
  return (
    <AnswerForm<FollowUps>
      view={view}
      title={t('part.followUps')}
      offered={known.length === 0}
      slot="followUps"
      said={(now) => saidOf(now, 'followUps')}
      start={start}
      answers={(followUps) => ({ followUps })}
    >
      {(value, set) => (
        <Rows
          caption={t('part.followUps')}
          columns={[
            { name: 'deadline', label: t('word.deadline'), type: 'date' },
            { name: 'title', label: t('periods.title'), type: 'text' },
            { name: 'opens', label: t('periods.opens'), type: 'date' },
            { name: 'workingDays', label: t('due.workingDays'), type: 'number' },
            { name: 'ground', label: t('prepare.ground'), type: 'text' },
          ]}
          rows={value}
          set={set}
          fresh={() => ({ deadline: '', title: '', opens: '', workingDays: 10, ground: '' })}
          add={t('followUps.add')}
        />
      )}
    </AnswerForm>
  );
};
