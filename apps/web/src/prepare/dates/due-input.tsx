import { t } from '../../messages/t';
import type { Answer } from '../use-preparation';

export type Due = Answer<'periods'>[number]['due'][string];
type Kind = 'workingDays' | 'by' | 'dayOfMonth';

const kindOf = (due: Due): Kind => Object.keys(due)[0] as Kind;
const FRESH: Record<Kind, Due> = { workingDays: { workingDays: 5 }, by: { by: '' }, dayOfMonth: { dayOfMonth: 15 } };

/** A due day: working days after the step's origin, a written day, or a day of the closing month. */
export function DueInput({ label, value, set }: { label: string; value: Due; set: (value: Due) => void }) {
  const kind = kindOf(value);
  const shown = Object.values(value)[0] as string | number;
  return (
    <span className="due-input">
      <span className="small">{label}</span>
      <select
        aria-label={`${label}: ${t('due.kind')}`}
        value={kind}
        onChange={({ target }) => set(FRESH[target.value as Kind])}
      >
        {(['workingDays', 'by', 'dayOfMonth'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`due.${one}`)}
          </option>
        ))}
      </select>
      <input
        aria-label={`${label}: ${t(`due.${kind}`)}`}
        className={kind === 'by' ? undefined : 'number short'}
        type={kind === 'by' ? 'date' : 'number'}
        min={kind === 'by' ? undefined : 1}
        max={kind === 'dayOfMonth' ? 28 : undefined}
        required
        value={shown}
        onChange={({ target }) =>
          set({ [kind]: kind === 'by' ? target.value : Number(target.value) } as unknown as Due)
        }
      />
    </span>
  );
}

interface DuesProps {
  levels: readonly string[];
  value: Record<string, Due>;
  set: (value: Record<string, Due>) => void;
}

/** A due day for each level that hands in here. */
export const Dues = ({ levels, value, set }: DuesProps) => (
  <fieldset className="boxes">
    <legend>{t('due.levels')}</legend>
    {levels.map((level) =>
      value[level] ? (
        <span key={level} className="tools">
          <DueInput label={level} value={value[level]} set={(due) => set({ ...value, [level]: due })} />
          <button
            type="button"
            className="plain"
            aria-label={`${t('prepare.rows.remove')}: ${level}`}
            onClick={() => set(Object.fromEntries(Object.entries(value).filter(([one]) => one !== level)))}
          >
            {t('prepare.rows.remove')}
          </button>
        </span>
      ) : (
        <button
          key={level}
          type="button"
          className="plain"
          onClick={() => set({ ...value, [level]: FRESH.workingDays })}
        >
          + {level}
        </button>
      ),
    )}
  </fieldset>
);
