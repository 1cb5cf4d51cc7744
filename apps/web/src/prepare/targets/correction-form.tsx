import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import type { Code } from '../../messages/vi';
import { AnswerForm } from '../answer-form';
import { DayInput, Ground, NumberInput, Select, TextInput } from '../inputs';
import { correctionOf, type Correction } from './target-of';

const COMPARATORS = [
  ...['at_least', 'at_most', 'more_than', 'less_than', 'exactly', 'approx', 'zero'],
  ...['increase_by', 'decrease_by', 'keep_or_raise', 'done'],
] as const;

interface Props {
  view: PreparationView;
  id: string;
  /** A target that the text does not have. */
  added?: boolean;
}

/** What an officer says of a target in the place of the text, with its ground; what is left empty stays as it was read. */
export function CorrectionForm({ view, id, added = false }: Props) {
  const said = (now: PreparationView): Correction | undefined => correctionOf(now, id);
  return (
    <AnswerForm<Correction>
      view={view}
      title={t(added ? 'target.add.of' : 'target.correct.of', { id })}
      help={added ? undefined : t('target.correct.help')}
      slot={`corrections.${id}`}
      said={said}
      start={said(view) ?? { id, ground: '' }}
      answers={(value) => ({ corrections: [clean(value)] })}
    >
      {(value, set) => (
        <>
          {!added && (
            <label className="check">
              <input
                type="checkbox"
                checked={value.drop ?? false}
                onChange={({ target }) => set({ ...value, drop: target.checked })}
              />{' '}
              {t('target.drop')}
            </label>
          )}
          {!value.drop && (
            <>
              <TextInput
                label={t('word.name')}
                value={value.name ?? ''}
                set={(name) => set({ ...value, name })}
                required={added}
              />
              <Select
                label={t('word.comparator')}
                value={value.comparator ?? ''}
                set={(comparator) => set({ ...value, comparator: comparator })}
                options={COMPARATORS.map((one) => [one, t(`comparator.${one}` as Code)])}
                {...(!added && { none: t('prepare.as-read') })}
              />
              <NumberInput
                label={t('word.value')}
                value={value.value ?? null}
                set={(number) => set({ ...value, value: number })}
                step="any"
                required={false}
              />
              <TextInput
                label={t('word.unit')}
                value={value.unit ?? ''}
                set={(unit) => set({ ...value, unit })}
                required={added}
              />
              <DayInput
                label={t('word.deadline')}
                value={value.deadline ?? ''}
                set={(deadline) => set({ ...value, deadline })}
                required={added}
              />
            </>
          )}
          <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
        </>
      )}
    </AnswerForm>
  );
}

/** An empty field says nothing: the text's own stays. */
function clean({ id, drop, ground, ...facts }: Correction): Correction {
  if (drop) return { id, drop, ground };
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && value !== null));
  return { id, ...told, ground };
}
