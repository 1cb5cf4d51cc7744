import { useState } from 'react';
import { t } from '../../messages/t';
import { bare } from '../../parts/bare';
import { AnswerForm } from '../answer-form';
import { Boxes, Ground, Labelled, TextInput } from '../inputs';
import { groupOptions, kindOptions, type UnitLine } from '../unit-options';
import { usePicked, type Answer } from '../use-preparation';
import { isOffered, saidOf, standing, type About } from './about';

type Participants = Answer<'participants'>;

/** Who takes part: kinds and groups of the tree, and single units that stay out. The server says whom that picks. */
export function ParticipantsForm({ view, offer, units }: About) {
  return (
    <AnswerForm<Participants>
      view={view}
      title={t('part.participants')}
      offered={isOffered(offer, 'participants')}
      slot="participants"
      said={(now) => saidOf(now, 'participants')}
      start={standing(offer, 'participants') ?? { select: {}, answer: '', ground: '' }}
      answers={(participants) => ({ participants: { ...participants, select: clean(participants.select) } })}
    >
      {(value, set) => {
        const { select } = value;
        const choose = (next: Participants['select']): void => set({ ...value, select: next });
        return (
          <>
            <Boxes
              label={t('target.kinds')}
              options={kindOptions(units.units)}
              value={select.kinds ?? []}
              set={(kinds) => choose({ ...select, kinds })}
            />
            <Boxes
              label={t('target.groups')}
              options={groupOptions(units.units)}
              value={select.groups ?? []}
              set={(groups) => choose({ ...select, groups })}
            />
            <Left
              units={units.units}
              out={select.exclude ?? []}
              select={select}
              set={(exclude) => choose({ ...select, exclude })}
            />
            <Picked root={units.root.id} on={units.on} select={clean(select)} />
            <TextInput
              label={t('participants.answer')}
              value={value.answer}
              set={(answer) => set({ ...value, answer })}
              long
            />
            <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
          </>
        );
      }}
    </AnswerForm>
  );
}

/** An empty list would pick nobody: it is left out. */
const clean = (select: Participants['select']): Participants['select'] =>
  Object.fromEntries(Object.entries(select).filter(([, list]) => list !== undefined && list.length > 0));

/** How many are picked, by kind, as the server counts them. */
function Picked({ root, on, select }: { root: string; on: string; select: Participants['select'] }) {
  const { data, error } = usePicked({ under: root, on, select });
  if (error)
    return (
      <p className="failed" role="alert">
        ✕ {error.message}
      </p>
    );
  return (
    <p role="status">
      <strong>{data ? t('participants.n', { n: data.count }) : t('loading')}</strong>
    </p>
  );
}

interface LeftProps {
  units: UnitLine[];
  select: Participants['select'];
  out: string[];
  set: (out: string[]) => void;
}

/** The tree: each unit of the kinds chosen, ticked as long as it takes part. */
function Left({ units, select, out, set }: LeftProps) {
  const [find, setFind] = useState('');
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const chosen = units.filter(
    ({ parent, kind, groups }) =>
      parent !== null &&
      (select.kinds ?? []).includes(kind) &&
      ((select.groups ?? []).length === 0 || groups.some((group) => select.groups!.includes(group))),
  );
  const shown = chosen.filter(({ name }) => bare(name).includes(bare(find)));
  const parents = [...new Set(shown.map(({ parent }) => parent!))];
  return (
    <details>
      <summary>{t('participants.tree', { n: out.length })}</summary>
      <Labelled label={t('matrix.find')}>
        {(id) => <input id={id} value={find} onChange={({ target }) => setFind(target.value)} />}
      </Labelled>
      <div className="scroll">
        {parents.map((parent) => (
          <Boxes
            key={parent}
            label={names.get(parent) ?? parent}
            options={shown.filter((one) => one.parent === parent).map(({ id, name }) => [id, name])}
            value={chosen.filter(({ id }) => !out.includes(id)).map(({ id }) => id)}
            set={(inside) =>
              set([
                ...out.filter((id) => !chosen.some((one) => one.id === id)),
                ...chosen.filter(({ id }) => !inside.includes(id)).map(({ id }) => id),
              ])
            }
          />
        ))}
        {shown.length === 0 && <p className="note">{t('empty.filter')}</p>}
      </div>
    </details>
  );
}
