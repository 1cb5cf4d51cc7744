import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import type { Code } from '../../messages/vi';
import { AnswerForm } from '../answer-form';
import { Boxes, Ground, NumberInput, Select } from '../inputs';
import { groupOptions, kindOptions, unitOptions, type UnitLine } from '../unit-options';
import { Shares } from './shares';
import { sourceOf, type Source } from './target-of';

const MODES = ['single_source', 'each_unit', 'allocated', 'group'] as const;
const METHODS = ['sum', 'last', 'ratio', 'weighted_mean', 'max', 'band', 'all_done', 'manual'] as const;

interface Props {
  view: PreparationView;
  id: string;
  units: UnitLine[];
}

/** Who brings the figure of a target. The machine never divides: an allocation is written down unit by unit. */
export function SourceForm({ view, id, units }: Props) {
  const said = (now: PreparationView): Source | undefined => {
    const found = sourceOf(now, id);
    return found && { ...found, ids: [id] };
  };
  return (
    <AnswerForm<Source>
      view={view}
      title={t('target.source.of', { id })}
      help={t('target.source.help')}
      slot={`targets.${id}`}
      said={said}
      start={said(view) ?? ({ ids: [id], mode: '', method: 'sum', ground: '' } as unknown as Source)}
      answers={(value) => ({ targets: [clean(value)] })}
    >
      {(value, set) => (
        <>
          <Select
            label={t('target.mode')}
            value={value.mode}
            set={(mode) => set({ ...value, mode })}
            options={MODES.map((mode) => [mode, t(`mode.${mode}`)])}
          />
          <Select
            label={t('target.method')}
            value={value.method}
            set={(method) => set({ ...value, method })}
            options={METHODS.map((method) => [method, t(`method.${method}` as Code)])}
          />
          {value.mode === 'single_source' && (
            <Select
              label={t('target.responsible')}
              value={value.responsible ?? ''}
              set={(responsible) => set({ ...value, responsible })}
              options={unitOptions(units)}
            />
          )}
          {(value.mode === 'each_unit' || value.mode === 'group') && (
            <>
              <Boxes
                label={t('target.kinds')}
                options={kindOptions(units)}
                value={value.units?.kinds ?? []}
                set={(kinds) => set({ ...value, units: { ...value.units, kinds } })}
              />
              <Boxes
                label={t('target.groups')}
                options={groupOptions(units)}
                value={value.units?.groups ?? []}
                set={(groups) => set({ ...value, units: { ...value.units, groups } })}
              />
            </>
          )}
          {value.mode === 'allocated' && (
            <Shares
              units={units}
              value={value.allocation ?? {}}
              set={(allocation) => set({ ...value, allocation, units: { units: Object.keys(allocation) } })}
            />
          )}
          {value.mode === 'group' && (
            <Shares
              groups={value.units?.groups ?? []}
              units={[]}
              value={value.allocation ?? {}}
              set={(allocation) => set({ ...value, allocation })}
            />
          )}
          <NumberInput
            label={t('target.baseline')}
            value={value.baseline ?? null}
            set={(baseline) => set({ ...value, baseline: baseline ?? undefined })}
            step="any"
            required={false}
          />
          <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
        </>
      )}
    </AnswerForm>
  );
}

/** Only what belongs to the mode is said; empty choices are none. */
function clean({ responsible, allocation, units, ...rest }: Source): Source {
  const { mode } = rest;
  const kept = Object.fromEntries(Object.entries(units ?? {}).filter(([, list]) => list && list.length > 0));
  return {
    ...rest,
    ...(mode === 'single_source' && responsible !== undefined && { responsible }),
    ...((mode === 'allocated' || mode === 'group') && allocation && { allocation }),
    ...(mode !== 'single_source' && Object.keys(kept).length > 0 && { units: kept }),
  };
}
