import type { ProcessAct } from '#libs/contracts';
import {
  agenda,
  clockKey,
  localDateOf,
  nextInstant,
  say,
  shiftingSuspensions,
  type Clock,
  type DeadlineVersion,
  type ShiftingSuspension,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { ActIntent, CampaignDoc, Store } from '#libs/store';
import { beginAct } from './begin-act.js';
import { parkObligations } from './park-obligations.js';
import { recordAct } from './record-act.js';
import { shiftGroups, unshifted, type ShiftGroup, type Suspended } from './shift-groups.js';

/**
 * Moves the clocks of one group by a suspension (core protocol 2): intent on the rounds, one conditional `updateMany` that also
 * notes the suspension on each obligation, one event per round. Repeated, it finds nobody left and only completes the record.
 */
export async function shiftClocks(store: Store, cohort: string, act: ProcessAct, now: Date): Promise<void> {
  const found = await campaignOfCohort(store, cohort);
  const suspension = shiftingSuspensions(found.suspensions).find(({ n }) => n === act.args.n);
  if (!suspension) return;
  const group = (await shiftGroups(store, cohort, suspension, found)).find(({ key }) => key === act.args.key);
  if (!group) return;
  const filter = {
    ...unshifted(cohort, suspension),
    _id: { $in: group.owed.map(({ _id }) => _id) },
    clockKey: clockKey(group.owed[0]!.clock),
    state: group.stage === 'parked' ? 'parked' : { $ne: 'parked' },
  };
  if (group.shifted === null) {
    if (group.cause && group.stage !== 'parked') {
      const unable = group.owed.map((obligation) => ({ obligation, cause: group.cause! }));
      await parkObligations(store, unable, act.id, now, found.plan.calendar);
    }
    const still = { ...filter, state: { $exists: true } };
    await store.obligations.updateMany(still, { $set: { shifted: suspension.n }, $inc: { version: 1 } });
    return;
  }
  const intent = intentOf(act.id, now, group, suspension);
  const begun = await beginAct(store, group.owed, intent);
  await moveRows(store, group);
  const moved = await store.obligations.updateMany(filter as never, moveTo(act.id, group, suspension));
  const all = begun && moved.modifiedCount === group.owed.length;
  await recordAct(store, intent, all ? group.owed.map((one) => ({ ...one, version: one.version + 1 })) : undefined);
}

/** The sheets show when a report is due. Before the obligations: what somebody changes meanwhile brings its own row along. */
async function moveRows(store: Store, { owed, shifted }: ShiftGroup): Promise<void> {
  const { clock, dueMoves } = shifted!;
  if (!dueMoves || clock.phase === 'review') return;
  const ids = owed.map(({ _id }) => _id);
  await store.rows.updateMany({ _id: { $in: ids } }, { $set: { dueAt: clock.dueAt } });
}

function intentOf(
  id: string,
  until: Date,
  { owed, shifted, heals }: ShiftGroup,
  suspension: ShiftingSuspension,
): ActIntent {
  const { clock } = shifted!;
  const before = owed[0]!.clock;
  return {
    id,
    until,
    acts: [{ act: 'shift', rung: `suspension-${suspension.n}`, at: suspension.to }],
    skipped: passed(clock, suspension),
    moved: {
      phase: clock.phase,
      dueAt: [before.dueAt, clock.dueAt],
      lockAt: [before.lockAt, clock.lockAt],
      by: suspension.resumedBy,
      ground: groundOf(suspension),
      ...(heals && { heals }),
    },
  };
}

/** Rungs of the moved clock whose instant lies in the suspension: nobody hears of them any more. */
function passed(clock: Clock, { from, to }: ShiftingSuspension): string[] {
  return agenda(clock, ruleBook.ladder(clock.ladder), ruleBook.calendar(clock.calendar))
    .filter(({ audience, at }) => audience.length > 0 && at > from && at <= to)
    .map(({ rung }) => rung);
}

/** The same for all of the group, but for the numbers that count each one's own versions. */
function moveTo(act: string, { stage, shifted, heals, owed }: ShiftGroup, suspension: ShiftingSuspension) {
  const { clock, dueMoves } = shifted!;
  const { version: _, ...facts } = clock;
  const { dueAt, graceUntil } = clock;
  const line: Omit<DeadlineVersion, 'version'> = {
    ...(graceUntil && { graceUntil }),
    ...{ dueAt, lastDay: localDateOf(dueAt), by: suspension.resumedBy, at: suspension.to },
    ...{ kind: 'suspension', ground: groundOf(suspension) },
  };
  const after = stage === 'scheduled' ? new Date(clock.opensAt.getTime() - 1) : suspension.to;
  const entered = { $mergeObjects: [{ $literal: line }, { version: { $add: [{ $size: '$deadlines' }, 1] } }] };
  const own = owed[0]!.clock.phase !== 'review';
  return [
    {
      $set: {
        clock: { $mergeObjects: [{ $literal: facts }, { version: { $add: ['$clock.version', 1] } }] },
        clockKey: { $literal: clockKey(clock) },
        shifted: suspension.n,
        lastAct: { $literal: act },
        version: { $add: ['$version', 1] },
        ...(heals ? { overdueAt: null, overdueNotedAt: null } : {}),
        ...(own && dueMoves ? { deadlines: { $concatArrays: ['$deadlines', [entered]] } } : {}),
        ...(stage === 'scheduled' || stage === 'running'
          ? { nextAt: { $literal: nextInstant(clock, after, ruleBook) } }
          : {}),
      },
    },
  ];
}

function groundOf({ from, to, document }: ShiftingSuspension): string {
  const ground = say('ground.suspension', { from: localDateOf(from), to: localDateOf(to) });
  return document ? say('ground.document', { ground, number: document.number, date: document.date }) : ground;
}

async function campaignOfCohort(store: Store, cohort: string): Promise<Suspended> {
  const record = await store.processes.findOne({ _id: cohort }, { projection: { campaign: 1 } });
  const projection = { plan: 1, suspensions: 1 };
  const found = await store.campaigns.findOne({ _id: record!.campaign! }, { projection });
  return found as unknown as CampaignDoc;
}
