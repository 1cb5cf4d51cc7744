import type { PreparationUnitsView } from '../../api/contracts';
import { dayText, t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { DayInput, Ground, TextInput } from '../inputs';
import { isOffered, saidOf, standing, type About } from '../units/about';
import { CouncilForm } from './council-form';
import { Dues } from './due-input';
import type { StepAnswer } from './step-answer';

/** The steps beside the periods: which there are, when each opens, by when each level answers; what is left out says why. */
export function StepsForm({ view, offer, units }: About) {
  const levels = Object.keys(standing(offer, 'levels') ?? {});
  return (
    <AnswerForm<StepAnswer[]>
      view={view}
      title={t('part.steps')}
      help={t('steps.help')}
      offered={isOffered(offer, 'steps')}
      slot="steps"
      said={(now) => saidOf(now, 'steps')}
      start={standing(offer, 'steps') ?? []}
      answers={(steps) => ({ steps: steps.map(clean) })}
    >
      {(steps, set) => (
        <ol className="step-list">
          {steps.length === 0 && <li className="note">{t('steps.later')}</li>}
          {steps.map((step, at) => (
            <li key={step.id}>
              <OneStep
                step={step}
                steps={steps}
                levels={levels}
                units={units}
                set={(next) => set(steps.map((one, i) => (i === at ? next : one)))}
              />
            </li>
          ))}
        </ol>
      )}
    </AnswerForm>
  );
}

/** A step that is left out keeps its ground only. */
const clean = ({ id, kind, title, ground, skip, ...rest }: StepAnswer): StepAnswer =>
  skip ? { id, kind, title, ground, skip } : { id, kind, title, ground, ...rest };

interface OneProps {
  step: StepAnswer;
  steps: StepAnswer[];
  levels: string[];
  units: PreparationUnitsView;
  set: (step: StepAnswer) => void;
}

function OneStep({ step, steps, levels, units, set }: OneProps) {
  const { title, skip, opens, after = [], due = {}, kind } = step;
  const others = steps.filter(({ id }) => id !== step.id);
  return (
    <details>
      <summary>
        <strong>{title}</strong> <span className="small">{skip ? t('steps.skipped') : whenText(step, steps)}</span>
      </summary>
      <label className="check">
        <input
          type="checkbox"
          checked={!skip}
          onChange={({ target }) => set({ ...step, skip: target.checked ? undefined : true })}
        />{' '}
        {t('steps.has', { title })}
      </label>
      <Ground value={step.ground} set={(ground) => set({ ...step, ground })} />
      {!skip && (
        <>
          <TextInput label={t('steps.title')} value={title} set={(next) => set({ ...step, title: next })} />
          <DayInput
            label={t('steps.opens')}
            value={opens ?? ''}
            set={(day) => set({ ...step, opens: day === '' ? undefined : day })}
            required={after.length === 0}
          />
          <fieldset className="boxes">
            <legend>{t('steps.after')}</legend>
            {others.map(({ id, title: other, skip: gone }) => {
              const found = after.find((one) => one.step === id);
              if (gone && !found) return null;
              return (
                <span key={id} className="tools">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={found !== undefined}
                      onChange={({ target }) =>
                        set({
                          ...step,
                          after: target.checked ? [...after, { step: id }] : after.filter((one) => one.step !== id),
                        })
                      }
                    />{' '}
                    {other}
                  </label>
                  {found && (
                    <input
                      type="date"
                      aria-label={t('steps.at-latest', { title: other })}
                      value={found.atLatest ?? ''}
                      onChange={({ target }) =>
                        set({
                          ...step,
                          after: after.map((one) =>
                            one.step === id
                              ? { step: id, ...(target.value !== '' && { atLatest: target.value }) }
                              : one,
                          ),
                        })
                      }
                    />
                  )}
                </span>
              );
            })}
          </fieldset>
          {kind === 'council' ? (
            <CouncilForm step={step} set={set} units={units} />
          ) : (
            <Dues levels={levels} value={due} set={(next) => set({ ...step, due: next })} />
          )}
        </>
      )}
    </details>
  );
}

function whenText({ opens, after = [] }: StepAnswer, steps: StepAnswer[]): string {
  const titles = after.map((one) => steps.find(({ id }) => id === one.step)?.title ?? one.step);
  return [
    ...(opens ? [t('step.opens', { day: dayText(opens) })] : []),
    ...(titles.length > 0 ? [t('step.waits', { steps: titles.join('; ') })] : []),
  ].join(' · ');
}
