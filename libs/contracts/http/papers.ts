import { z } from 'zod';
import { askedTarget } from './registration.js';

const maybe = <T extends z.ZodType>(type: T) => type.nullable();
const points = z.number();

/** What every paper is asked with. `open`: parts that may change after a return by parts; null: all of it. */
const common = { obligation: z.string(), open: maybe(z.array(z.string())) };
/** `given`: what stands handed in, or was before it was returned. */
const paper = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...common, ...shape });

/** A criterion that is scored by hand. */
const criterion = { criterion: z.string(), name: z.string(), max: points };
/** A criterion whose points come from the deadline ledger as it stands now; `points` null where nothing was due: it is left out. */
const ledgerLine = z.object({
  ...criterion,
  points: maybe(points),
  record: z.object({ expected: z.int(), onTime: z.int(), late: z.int(), never: z.int() }),
});

/** A unit that may be voted on, proposed or awarded; place and total as ranked, null where nobody ranked. */
const candidate = { item: z.string(), name: z.string(), place: maybe(z.int()), total: maybe(points) };
const counted = z.object({
  yes: z.int(),
  no: z.int(),
  blank: z.int(),
  missing: z.int(),
  needed: z.int(),
  passed: z.boolean(),
});
const choice = z.enum(['yes', 'no', 'blank']);

/** The session that a vote or minutes belong to. */
const session = z.object({
  id: z.string(),
  state: z.enum(['called', 'open', 'counted', 'recorded']),
  stateText: z.string(),
  meetsAt: z.string(),
  /** The ballot closes. */
  closesAt: z.string(),
  members: z.int(),
  /** Members who must be there for the session to open. */
  quorum: z.int(),
  /** Yes votes an item needs, counted on all members. */
  needed: z.int(),
  /** Law or regulation of the threshold, or who answered it on what ground. */
  source: z.string(),
});

/** What the paper of one obligation asks, by kind: everything that is shown beside its fields, and what stands. */
export const paperView = z
  .discriminatedUnion('kind', [
    paper('own_plan', { given: maybe(z.object({ number: z.string(), date: z.string(), summary: z.string() })) }),
    paper('event', { given: maybe(z.object({ occurredOn: z.string(), ground: z.string() })) }),
    /** Signed by the unit alone. */
    paper('covenant', {
      targets: z.array(askedTarget),
      /** Posts of the unit that sign. */
      signers: z.array(z.object({ post: z.string(), title: z.string(), name: maybe(z.string()) })),
      given: maybe(
        z.object({
          signedBy: z.string(),
          pledges: z.array(z.object({ target: z.string(), value: maybe(z.number()) })),
        }),
      ),
    }),
    paper('self_score', {
      criteria: z.array(z.object(criterion)),
      ledger: z.array(ledgerLine),
      given: maybe(z.object({ scores: z.array(z.object({ criterion: z.string(), points })) })),
    }),
    paper('verification', {
      /** With what the unit claims itself; null where it claimed nothing. */
      criteria: z.array(z.object({ ...criterion, claimed: maybe(points) })),
      ledger: z.array(ledgerLine),
      given: maybe(
        z.object({
          scores: z.array(z.object({ criterion: z.string(), points, reason: z.string().optional() })),
        }),
      ),
    }),
    paper('ranking', {
      /** As it stands now; once confirmed, as it was confirmed. */
      ranking: z.array(
        z.object({
          place: z.int(),
          unit: z.string(),
          name: z.string(),
          total: maybe(points),
          selfTotal: maybe(points),
          /** 0-1; null where nothing was due. */
          onTimeShare: maybe(z.number()),
          tied: z.boolean(),
        }),
      ),
      given: maybe(z.object({ confirmed: z.literal(true) })),
    }),
    paper('vote', {
      session,
      items: z.array(z.object(candidate)),
      /** The session has not begun: only the written opinion of an absent member is taken. */
      writtenOnly: z.boolean(),
      /** The member's own ballot, told to the member alone. */
      given: maybe(
        z.object({ votes: z.array(z.object({ item: z.string(), choice })), written: z.boolean().optional() }),
      ),
    }),
    paper('minutes', {
      session,
      /** Titles of the posts that were there. */
      present: z.array(z.string()),
      items: z.array(z.object({ ...candidate, votes: maybe(counted) })),
      given: maybe(z.object({ number: z.string() })),
    }),
    paper('proposal', {
      /** Most that the plan lets one propose. */
      quota: z.int(),
      /** `votes`: null where no council was asked; `may`: can be proposed. */
      items: z.array(z.object({ ...candidate, votes: maybe(counted), may: z.boolean() })),
      given: maybe(z.object({ number: z.string(), items: z.array(z.string()) })),
    }),
    paper('decision', {
      decidedBy: z.string(),
      /** Number of the proposal; null where nothing was proposed. */
      proposal: maybe(z.string()),
      items: z.array(z.object(candidate)),
      given: maybe(z.object({ number: z.string(), date: z.string(), awarded: z.array(z.string()) })),
    }),
  ])
  .meta({ id: 'PaperView' });
export type PaperView = z.infer<typeof paperView>;
export type PaperKind = PaperView['kind'];
export type PaperOf<K extends PaperKind> = Extract<PaperView, { kind: K }>;

/** A session as its secretary, its members and the bodies of the campaign see it: who is called, how many have voted, never how. */
export const rollView = z
  .object({
    campaign: z.string(),
    title: z.string(),
    session,
    revision: z.int(),
    members: z.array(z.object({ post: z.string(), title: z.string(), name: maybe(z.string()), present: z.boolean() })),
    /** Ballots in the box. */
    cast: z.int(),
    items: z.array(z.object({ ...candidate, votes: maybe(counted) })),
    /** The reader may open it, once its hour has come. */
    mayOpen: z.boolean(),
  })
  .meta({ id: 'RollView' });
export type RollView = z.infer<typeof rollView>;
