import type { PreparationUnitsView } from '../../api/contracts';
import { t } from '../../messages/t';
import { Ground, NumberInput, Select, TextInput } from '../inputs';
import { unitOptions } from '../unit-options';
import type { StepAnswer } from './step-answer';

interface Props {
  step: StepAnswer;
  set: (step: StepAnswer) => void;
  units: PreparationUnitsView;
}

type Council = NonNullable<StepAnswer['council']>;

/** The council's session. What its votes need is law or the council's own rules: it is said with its ground, never offered. */
export function CouncilForm({ step, set, units: { units } }: Props) {
  const council: Council = step.council ?? FRESH;
  const change = (next: Partial<Council>): void => set({ ...step, council: { ...council, ...next } });
  const councils = units.filter(({ kind }) => kind === 'council');
  const posts = units.flatMap((unit) => unit.posts.filter(({ role }) => role === 'focal'));
  const { answer } = council;
  return (
    <>
      <Select
        label={t('council.unit')}
        value={council.unit}
        set={(unit) => change({ unit })}
        options={unitOptions(councils)}
      />
      <NumberInput
        label={t('council.members')}
        value={council.members}
        set={(n) => change({ members: n ?? 0 })}
        min={1}
      />
      <Select
        label={t('council.secretary')}
        value={council.secretary}
        set={(secretary) => change({ secretary })}
        options={posts.map(({ id, title }) => [id, title])}
      />
      <NumberInput
        label={t('council.meets-after')}
        value={council.meetsAfter}
        set={(n) => change({ meetsAfter: n ?? 0 })}
      />
      <TextInput label={t('council.time')} value={council.time} set={(time) => change({ time })} />
      <TextInput label={t('council.award')} value={council.award} set={(award) => change({ award })} />
      <NumberInput
        label={t('council.candidates')}
        value={council.candidates}
        set={(n) => change({ candidates: n ?? 0 })}
        min={1}
      />
      <NumberInput
        label={t('council.minutes')}
        value={council.minutesWithin}
        set={(n) => change({ minutesWithin: n ?? 0 })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={answer !== undefined}
          onChange={({ target }) =>
            change({ answer: target.checked ? { yesShare: 0, attendanceShare: 0, ground: '' } : undefined })
          }
        />{' '}
        {t('council.own')}
      </label>
      {answer && (
        <>
          <NumberInput
            label={t('council.yes')}
            value={Math.round(answer.yesShare * 1000) / 10}
            step="any"
            set={(n) => change({ answer: { ...answer, yesShare: (n ?? 0) / 100 } })}
          />
          <NumberInput
            label={t('council.attendance')}
            value={Math.round(answer.attendanceShare * 1000) / 10}
            step="any"
            set={(n) => change({ answer: { ...answer, attendanceShare: (n ?? 0) / 100 } })}
          />
          <Ground value={answer.ground} set={(ground) => change({ answer: { ...answer, ground } })} />
        </>
      )}
    </>
  );
}

const FRESH: Council = {
  ...{ unit: '', members: 9, secretary: '', meetsAfter: 5, time: '14:00', award: 'giay_khen' },
  ...{ candidates: 5, minutesWithin: 2 },
};
