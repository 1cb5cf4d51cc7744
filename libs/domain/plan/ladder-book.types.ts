import type { LadderBounds } from '../ladder/ladder-faults.js';
import type { Ladder } from '../ladder/ladder.types.js';

/** The ladders a plan may name. */
export interface LadderBook {
  /** @returns null for a ladder nobody knows */
  byId(id: string): { ladder: Ladder; varied: Ladder } | null;
  bounds: LadderBounds;
}
