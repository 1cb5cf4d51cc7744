import type { PreparationAnswers } from './answers.types.js';

/** Answers as they arrive: `null` takes a part back. */
export type GivenAnswers = { [P in keyof PreparationAnswers]?: PreparationAnswers[P] | null };

/**
 * What is known, and what was said now. A part said again replaces the old one, except where single entries have names of their own:
 * bodies, head, levels, indicators and questions merge by name, targets by the ids they speak of, corrections and laid-out targets and steps by id.
 */
export function mergeAnswers(known: PreparationAnswers, given: GivenAnswers): PreparationAnswers {
  const merged: Record<string, unknown> = { ...known };
  for (const [part, said] of Object.entries(given)) {
    if (said === undefined) continue;
    if (said === null) delete merged[part];
    else merged[part] = mergePart(part, merged[part], said);
  }
  return merged;
}

type Named = Record<string, unknown>;

function mergePart(part: string, known: unknown, said: unknown): unknown {
  if (known === undefined) return said;
  switch (part) {
    case 'bodies':
    case 'head':
    case 'levels':
    case 'indicators':
    case 'questions':
      return { ...(known as Named), ...(said as Named) };
    case 'targets':
      return mergeSources(known as Sources, said as Sources);
    case 'corrections':
      return byId(known as Identified[], said as Identified[]);
    case 'laidOut': {
      const [old, now] = [known as LaidOut, said as LaidOut];
      return { ...old, ...now, targets: byId(old.targets, now.targets), steps: byId(old.steps, now.steps) };
    }
    default:
      return said;
  }
}

type Identified = { id: string };
type Sources = NonNullable<PreparationAnswers['targets']>;
type LaidOut = NonNullable<PreparationAnswers['laidOut']>;

/** The new entry of an id stands where the old one stood. */
function byId<T extends Identified>(known: T[] = [], said: T[] = []): T[] {
  const now = new Map(said.map((one) => [one.id, one]));
  const kept = known.map((one) => now.get(one.id) ?? one);
  return [...kept, ...said.filter(({ id }) => !known.some((one) => one.id === id))];
}

/** A target has one source: who speaks of it again takes it out of the older answer. */
function mergeSources(known: Sources, said: Sources): Sources {
  const now = new Set(said.flatMap(({ ids }) => ids));
  const left = known.map((one) => ({ ...one, ids: one.ids.filter((id) => !now.has(id)) }));
  return [...left.filter(({ ids }) => ids.length > 0), ...said];
}
