import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { Ground, NumberInput } from '../inputs';
import { saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';

type Workdays = Answer<'workdays'>;

/** Working days of grace, lock, review and correction; reports and covenants alike unless said otherwise in the answers file. */
export function WorkdaysForm({ view, offer }: About) {
  const known = standing(offer, 'workdays');
  if (!known) return null;
  return (
    <AnswerForm<Workdays>
      view={view}
      title={t('part.workdays')}
      slot="workdays"
      said={(now) => saidOf(now, 'workdays')}
      start={known}
      answers={(workdays) => ({ workdays })}
    >
      {(value, set) => {
        const change = (next: Partial<Workdays['report']>): void =>
          set({ ...value, report: { ...value.report, ...next }, covenant: { ...value.covenant, ...next } });
        return (
          <>
            <NumberInput label={t('workdays.lock')} value={value.report.lock} set={(n) => change({ lock: n ?? 0 })} />
            <NumberInput
              label={t('workdays.grace')}
              value={value.report.grace ?? 0}
              set={(n) => change({ grace: n ?? 0 })}
            />
            <NumberInput
              label={t('workdays.review')}
              value={value.report.review}
              set={(n) => change({ review: n ?? 0 })}
            />
            <NumberInput
              label={t('workdays.resubmit')}
              value={value.report.resubmit}
              set={(n) => change({ resubmit: n ?? 0 })}
            />
            <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
          </>
        );
      }}
    </AnswerForm>
  );
}
