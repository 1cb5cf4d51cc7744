import type { ReadTarget } from '../plan-reader/plan-reading.types.js';
import type { Target } from '../target/target.types.js';
import { correctionOf, targetsRead } from './compose/draft-targets.js';
import { gatherAnswers } from './gather-answers.js';
import type { TargetAnswer, TargetCorrection } from './answers.types.js';
import type { Fact, Origin, Preparation } from './preparation.types.js';

/** Said by a person: it stands at no place of a text. */
const UNREAD = { line: null, offset: null, confidence: null };

/** What a person must have looked at before a target binds anybody. */
const FACTS = ['name', 'comparator', 'value', 'unit', 'deadline'] as const;
type FactName = (typeof FACTS)[number];

interface Known {
  id: string;
  facts: Partial<Record<FactName, unknown>>;
  origins: Record<FactName, Origin>;
  read: ReadTarget | null;
}

/** Facts of every target that stays: what was read or copied, what an officer said instead, and who brings the figure. */
export function targetFields(preparation: Preparation): Fact[] {
  const { answers } = gatherAnswers(preparation);
  const { corrections = [], targets: sources = [] } = answers;
  const known = preparation.copied?.laidOut ? copiedTargets(preparation) : readTargets(preparation);
  const added = corrections
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map((one): Known => ({ id: one.id, facts: {}, origins: ALL_OFFICER, read: null }));
  return [...known, ...added]
    .filter(({ id }) => !correctionOf(corrections, id)?.drop)
    .flatMap((one) => [
      ...factsOf(one, correctionOf(corrections, one.id)),
      sourceFact(one, preparation, sources),
      ...indicatorFact(one, preparation),
    ]);
}

const ALL_OFFICER = Object.fromEntries(FACTS.map((name) => [name, 'officer'])) as Record<FactName, Origin>;

function readTargets(preparation: Preparation): Known[] {
  const read = targetsRead(preparation.reading?.numeric_targets ?? []);
  const named = gatherAnswers(preparation).answers.confirmed ?? [];
  const said = preparation.answers.confirmed !== undefined;
  return read.map((target, place) => {
    const { id, name } = named[place] ?? { id: `T${place + 1}`, name: target.name };
    return {
      id,
      facts: {
        name,
        comparator: target.comparator,
        value: goalOf(target),
        unit: target.unit,
        deadline: target.deadline,
      },
      origins: {
        name: said ? 'officer' : 'read',
        comparator: target.explicit ? 'read' : 'inferred',
        value: 'read',
        unit: 'read',
        deadline: target.deadline_inferred ? 'inferred' : 'read',
      },
      read: target,
    };
  });
}

function copiedTargets({ copied }: Preparation): Known[] {
  const origins = Object.fromEntries(FACTS.map((name) => [name, 'copied'])) as Record<FactName, Origin>;
  return (copied?.laidOut?.targets ?? []).map((target) => {
    const { id, name, comparator, unit, deadline } = target;
    return { id, facts: { name, comparator, value: goalOf(target), unit, deadline }, origins, read: null };
  });
}

/** A range is shown with both its edges. */
const goalOf = ({ value, min, max }: Pick<Target, 'value' | 'min' | 'max'>): unknown =>
  min === undefined ? value : { min, max };

function factsOf({ id, facts, origins, read }: Known, correction?: TargetCorrection): Fact[] {
  return FACTS.map((name): Fact => {
    const corrected = correction && name in correction;
    const field = `targets.${id}.${name}`;
    if (corrected)
      return {
        field,
        value: correction[name] ?? null,
        origin: 'officer',
        evidence: correction.ground,
        ...UNREAD,
      };
    return {
      field,
      value: facts[name] ?? null,
      origin: origins[name],
      evidence: read?.evidence ?? null,
      line: read?.line ?? null,
      offset: read?.offset ?? null,
      confidence: read?.confidence ?? null,
      weighty: true,
    };
  });
}

/** Who brings the figure: never read out of a text, always somebody's decision. */
function sourceFact({ id }: Known, { copied, answers }: Preparation, sources: TargetAnswer[]): Fact {
  const field = `targets.${id}.mode`;
  const source = sources.find(({ ids }) => ids.includes(id));
  const old = copied?.laidOut?.targets?.find((one) => one.id === id);
  const officer = answers.targets?.some(({ ids }) => ids.includes(id));
  const value = source ? sourceText(source) : old ? sourceText(old) : null;
  const origin = officer ? 'officer' : value === null ? null : 'copied';
  return { field, value, origin, evidence: source?.ground ?? null, ...UNREAD };
}

/** The indicator of the catalogue, where somebody said one. */
function indicatorFact({ id }: Known, { copied, answers }: Preparation): Fact[] {
  const said = answers.indicators?.[id];
  const before = copied?.indicators?.[id] ?? copied?.laidOut?.targets?.find((one) => one.id === id)?.indicator?.id;
  const value = said ?? before;
  if (value === undefined) return [];
  const origin = said === undefined ? 'copied' : 'officer';
  return [{ field: `targets.${id}.indicator`, value, origin, evidence: null, ...UNREAD }];
}

const sourceText = ({
  mode,
  method,
  responsible,
  allocation,
  units,
  overrides,
}: Omit<TargetAnswer, 'ids' | 'ground' | 'baseline'>): unknown => ({
  mode,
  method,
  responsible,
  allocation,
  units,
  overrides,
});
