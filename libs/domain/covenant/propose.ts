import { refuse, isRefusal, type Refusal } from '../lifecycle/refusal.js';
import { jointCovenantStates } from '../lifecycle/joint-covenant.lifecycle.js';
import { changedParts } from '../review/parts.js';
import type { DomainEvent } from '../obligation/obligation.types.js';
import type { Covenant, CovenantContent, CovenantState, CovenantVersion, VersionGround } from './covenant.types.js';
import { covenantParts } from './parts.js';
import { versionOf } from './standing.js';

/** A change of a covenant and what is told of it. */
export interface CovenantChange {
  refused: false;
  next: Partial<Pick<Covenant, 'state' | 'versions' | 'signatures' | 'declined'>>;
  events: DomainEvent[];
}

export interface CovenantProposal {
  content: CovenantContent;
  /** Of covenant, number and content. */
  hash: string;
  ground: Exclude<VersionGround, 'first'>;
  by: { post: string | null; person: string | null };
  at: Date;
  /** Number of the version that was seen; 0 before the first. */
  seen: number;
}

/** A text to sign. The first signature binds nobody to another text: a new version needs all signatures again, the old ones are kept. */
export function propose(covenant: Covenant, { seen, ...proposal }: CovenantProposal): CovenantChange | Refusal {
  const last = versionOf(covenant);
  const n = last?.n ?? 0;
  if (seen !== n) return refuse('covenant-changed', { seen, current: n });
  const state = jointCovenantStates.next(covenant.state, covenant.state === 'complete' ? 'reopen' : 'propose');
  if (isRefusal(state)) return state;
  const { parties } = proposal.content;
  if (parties.length === 0) return refuse('covenant-without-parties');
  if (last && changedParts(covenantParts(last.content), covenantParts(proposal.content)).length === 0)
    return refuse('covenant-same');
  const version: CovenantVersion = {
    ...proposal,
    ...{ n: n + 1, ground: last ? proposal.ground : 'first', completedAt: null },
  };
  const { hash, ground, by, at } = version;
  return {
    refused: false,
    next: { state: state satisfies CovenantState, versions: [...covenant.versions, version] },
    events: [
      {
        type: 'covenant_proposed',
        ...{ at, actor: by },
        data: { step: covenant.step, version: version.n, hash, ground, parties: parties.length },
      },
    ],
  };
}
