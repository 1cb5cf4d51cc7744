import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import type { Code } from '../../messages/vi';
import { AnswerForm } from '../answer-form';
import { Ground, NumberInput, Select } from '../inputs';
import { Rows } from '../rows';
import { saidOf, standing, type About } from '../units/about';
import type { Answer } from '../use-preparation';
import { DueInput, Dues } from './due-input';

type Periods = Answer<'periods'>;
type Regime = Answer<'regime'>;
interface Both {
  periods: Periods | null;
  regime: Regime | null;
}

const REGIMES = [
  ...['decree09.month', 'decree09.quarter', 'decree09.half_and_year', 'decree09.half', 'decree09.year'],
  ...['calendar.month', 'calendar.quarter', 'calendar.half_and_year', 'calendar.half', 'calendar.year'],
  ...['weekly.friday', 'campaign.week', 'campaign.month', 'campaign.quarter'],
] as const;

const saidIn = (view: PreparationView): Both => ({
  periods: saidOf(view, 'periods') ?? null,
  regime: saidOf(view, 'regime') ?? null,
});

/** The reporting periods: none, by a pattern of the rules, or written one by one. */
export function PeriodsForm({ view, offer }: About) {
  const levels = Object.keys(standing(offer, 'levels') ?? {});
  const now = saidIn(view);
  const unsaid = now.periods === null && now.regime === null;
  const start: Both = unsaid
    ? { periods: offer.offered.periods ?? null, regime: offer.offered.regime ?? null }
    : { periods: now.periods, regime: now.regime };
  return (
    <AnswerForm<Both>
      view={view}
      title={t('part.periods')}
      offered={unsaid}
      slot="periods"
      said={(one) => {
        const found = saidIn(one);
        return found.periods === null && found.regime === null ? undefined : found;
      }}
      start={start}
      answers={({ periods, regime }) => ({ periods: regime ? null : (periods ?? []), regime })}
    >
      {({ periods, regime }, set) => {
        const way = regime ? 'regime' : (periods ?? []).length > 0 ? 'written' : 'none';
        return (
          <>
            <Select
              label={t('periods.way')}
              value={way}
              set={(next) =>
                set({
                  regime: next === 'regime' ? (offer.offered.regime ?? freshRegime(levels)) : null,
                  periods: next === 'written' ? [freshPeriod(levels)] : [],
                })
              }
              options={(['none', 'regime', 'written'] as const).map((one) => [one, t(`periods.${one}`)])}
            />
            {regime && <Pattern regime={regime} set={(next) => set({ regime: next, periods: null })} />}
            {way === 'written' && (
              <>
                <Rows
                  caption={t('part.periods')}
                  columns={[
                    { name: 'id', label: t('periods.id'), type: 'text' },
                    { name: 'title', label: t('periods.title'), type: 'text' },
                    { name: 'from', label: t('periods.from'), type: 'date' },
                    { name: 'to', label: t('periods.to'), type: 'date' },
                    { name: 'opens', label: t('periods.opens'), type: 'date' },
                  ]}
                  rows={periods!}
                  set={(next) => set({ regime: null, periods: next })}
                  fresh={() => freshPeriod(levels)}
                  add={t('periods.add')}
                />
                {periods!.map((period, at) => (
                  <div key={at}>
                    <p className="small">{period.title || period.id}</p>
                    <Dues
                      levels={levels}
                      value={period.due}
                      set={(due) =>
                        set({ regime: null, periods: periods!.map((one, i) => (i === at ? { ...one, due } : one)) })
                      }
                    />
                  </div>
                ))}
              </>
            )}
          </>
        );
      }}
    </AnswerForm>
  );
}

function Pattern({ regime, set }: { regime: Regime; set: (regime: Regime) => void }) {
  const known = REGIMES as readonly string[];
  const options = known.includes(regime.regime) ? known : [...known, regime.regime];
  return (
    <>
      <Select
        label={t('periods.pattern')}
        value={regime.regime}
        set={(next) => set({ ...regime, regime: next })}
        options={options.map((one) => [one, known.includes(one) ? t(`regime.${one}` as Code) : one])}
      />
      <NumberInput
        label={t('periods.opens-before')}
        value={regime.opensBefore}
        set={(days) => set({ ...regime, opensBefore: days ?? 0 })}
      />
      <p className="ask">
        <DueInput label={t('periods.top-due')} value={regime.due} set={(due) => set({ ...regime, due })} />
      </p>
      {regime.stages.map((stage, at) => (
        <NumberInput
          key={stage.levels.join()}
          label={t('periods.wants', { levels: stage.levels.join(', ') })}
          value={stage.wants}
          min={1}
          set={(wants) =>
            set({ ...regime, stages: regime.stages.map((one, i) => (i === at ? { ...one, wants: wants ?? 1 } : one)) })
          }
        />
      ))}
      <Ground value={regime.ground} set={(ground) => set({ ...regime, ground })} />
    </>
  );
}

const freshPeriod = (levels: string[]): Periods[number] => ({
  ...{ id: '', title: '', from: '', to: '', opens: '' },
  due: Object.fromEntries(levels.map((level) => [level, { workingDays: 5 }])),
});

/** Without an offer: every level by itself, in the order of the answer turned round, so that the top comes last. */
const freshRegime = (levels: string[]): Regime => ({
  ...{ regime: 'calendar.month', opensBefore: 10, due: { workingDays: 2 * levels.length + 1 }, ground: '' },
  stages: [...levels].reverse().map((level) => ({ levels: [level], wants: 2 })),
});
