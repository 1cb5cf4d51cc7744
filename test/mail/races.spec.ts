import { ObligationCommands, type ObligationRequest } from '#libs/commands';
import { unitOfPost } from '#libs/contracts';
import { endOfDay, instantAt } from '#libs/domain';
import { newProcess, newRecord, newSleeper, type ObligationDoc } from '#libs/store';
import type { Engine } from '#libs/temporal';
import { CohortActivities } from '../../activities/cohort.activities.js';
import { MassActs } from '../../activities/cohort/mass-acts.js';
import { Notices } from '../../activities/notices.js';
import { pool } from '../../apps/cli/src/bench/pool.js';
import { driveOnce } from '../support/drive.js';
import { DISPATCH, mailRoom, MORNING, type MailRoom } from '../support/mail-room.js';
import { scriptedSmtp, type ScriptedSmtp } from '../support/scripted-smtp.js';
import { withServers } from '../support/servers.js';

/** A thousand rounds are long on a busy machine; what is judged is counted, not timed. */
jest.setTimeout(600_000);

const ROUNDS = 1_000;
const COHORTS = 20;
/** People at their screens at the same moment. */
const PEOPLE = 16;
const RUNG = instantAt('2025-06-11', '07:00');
const DUE = endOfDay('2025-06-13');
const SUBMIT: ObligationRequest = { type: 'submit', content: { narrative: 'đủ' } };

const cohortOf = (k: number): string => `cohort.c.report.commune.${k}`;
const secondBefore = (at: Date): Date => new Date(at.getTime() - 1_000);
const actor = (post: string) => ({ post, person: null, unit: unitOfPost(post), role: post.split(':')[1]! });

/** Each round is one report: a command that was let in a second before the engine's act, both writing at the same time. */
withServers(`a command against the engine, ${ROUNDS} rounds`, () => {
  let smtp: ScriptedSmtp;
  let room: MailRoom;
  let cohorts: CohortActivities;
  let commands: ObligationCommands;

  beforeEach(async () => {
    smtp = await scriptedSmtp();
    room = await mailRoom(smtp.url, ROUNDS, { leaseMs: 15_000 });
    const { store, clock } = room;
    commands = new ObligationCommands(store, clock);
    // every notice goes to a dispatch that sleeps until its slot, so nobody has to be told of it
    const nobody = null as unknown as Engine;
    cohorts = new CohortActivities(store, clock, new MassActs(store, new Notices(store, nobody, clock)));
  });
  afterEach(async () => {
    await room?.close();
    await smtp?.close();
  });

  /** No reminder was written yet: the reports stand in cohorts whose next act comes at `at`. */
  const beforeAct = async (at: Date): Promise<void> => {
    const { store, clock } = room;
    await clock.moveTo(secondBefore(at));
    await store.notices.deleteMany({});
    await store.processes.deleteMany({});
    const blank = { campaign: 'c', step: 'report', level: 'commune' } as const;
    await store.processes.insertOne(newSleeper({ _id: DISPATCH, type: 'dispatchWorkflow', ...blank }, MORNING));
    for (let k = 0; k < COHORTS; k += 1) {
      const ids = Array.from({ length: ROUNDS / COHORTS }, (_, n) => room.reportOf(k + n * COHORTS));
      const [cohort, round] = [cohortOf(k), `c.report.commune.huyen-${k}`];
      await store.obligations.updateMany({ _id: { $in: ids } }, { $set: { cohort, round, nextAt: at } });
      await store.processes.insertOne(newProcess({ _id: cohort, type: 'cohortWorkflow', ...blank }));
      await store.rounds.insertOne({
        ...newRecord(round, 'c'),
        ...{ ...blank, collector: 'huyen', cohort, title: round, expected: ids.length, state: 'open', intents: [] },
        ...{ opensAt: at, dueAt: DUE },
      });
    }
  };
  const reports = async (): Promise<ObligationDoc[]> => await room.store.obligations.find().sort({ _id: 1 }).toArray();
  const execute = async (read: ObligationDoc, at: Date, request: ObligationRequest, post: string): Promise<void> => {
    const meta = { key: `race-${read._id}`, read: { at, obligation: read, campaignState: 'launched' } };
    expect(await commands.execute(actor(post), read._id, request, meta)).toMatchObject({ ok: true });
  };
  const cohortsAct = async (): Promise<void> => {
    for (let k = 0; k < COHORTS; k += 1) {
      const id = cohortOf(k);
      await driveOnce({
        examine: () => cohorts.examineCohort(id),
        perform: (act, last) => cohorts.performCohortAct(id, act, last),
      });
    }
  };
  /** All commands passed the door a second before `act`; they and the engine's act are carried out side by side. */
  const race = async (act: Date, request: ObligationRequest, postOf: (one: ObligationDoc) => string): Promise<void> => {
    await beforeAct(act);
    const read = await reports();
    const people = pool(ROUNDS, PEOPLE, (n) => execute(read[n]!, secondBefore(act), request, postOf(read[n]!)));
    await room.clock.moveTo(act);
    await Promise.all([people, cohortsAct()]);
  };

  it('submitted one second before a rung: no mail', async () => {
    await race(RUNG, SUBMIT, (one) => `${one.answeringUnit}:focal`);
    const spoken = new Set((await room.notices()).map(({ obligation }) => obligation)).size;
    expect(spoken).toBeGreaterThan(0); // some rungs spoke before the report was written,
    expect(spoken).toBeLessThan(ROUNDS); // others came too late: it was a race
    await room.clock.moveTo(MORNING);
    await room.run();
    expect(smtp.taken).toEqual([]);
    expect(new Set((await room.notices()).map(({ state }) => state))).toEqual(new Set(['withdrawn']));
  });

  it('extended one second before overdue: no overdue', async () => {
    await race(DUE, { type: 'extend', lastDay: '2025-06-30', reason: 'bão' }, () => 'huyen:focal');
    const after = await reports();
    expect(after.filter(({ clock }) => clock.dueAt.getTime() !== endOfDay('2025-06-30').getTime())).toEqual([]);
    expect(after.filter(({ overdueAt }) => overdueAt !== null)).toHaveLength(0);
  });

  it('submitted while the digest is being rendered: withdrawn', async () => {
    const read = await reports();
    const { desk } = room;
    const prepare = desk.prepare.bind(desk);
    let rendered = 0;
    desk.prepare = async (...given) => {
      const letters = await prepare(...given);
      rendered += letters.length;
      const owed = new Set(letters.flatMap(({ versions }) => [...versions.keys()]));
      const mine = read.filter(({ _id }) => owed.has(_id));
      await pool(mine.length, PEOPLE, (n) => execute(mine[n]!, MORNING, SUBMIT, `${mine[n]!.answeringUnit}:focal`));
      return letters;
    };
    await room.run();
    expect(rendered).toBe(ROUNDS);
    expect(smtp.taken).toEqual([]);
    expect(new Set([...(await room.messages()).values()].map(({ state }) => state))).toEqual(new Set(['withdrawn']));
    expect((await room.notices()).filter(({ state }) => state !== 'withdrawn')).toEqual([]);
  });

  it('submitted while letters go out: none leaves whose last look came after the answer', async () => {
    const read = await reports();
    const { desk } = room;
    const unchanged = desk.unchanged.bind(desk);
    const lookedAt = new Map<string, number>();
    const answeredAt = new Map<string, number>();
    desk.unchanged = (letters) => {
      for (const { versions } of letters) for (const id of versions.keys()) lookedAt.set(id, performance.now());
      return unchanged(letters);
    };
    const people = pool(ROUNDS, PEOPLE, async (n) => {
      const one = read[ROUNDS - 1 - n]!; // from the other end than the letters go out
      await execute(one, MORNING, SUBMIT, `${one.answeringUnit}:focal`);
      answeredAt.set(one._id, performance.now());
    });
    await Promise.all([people, room.run()]);
    const left = new Set(smtp.taken.map(({ to }) => to));
    const sent = read.filter(({ answeringUnit }) => left.has(`${answeringUnit}@mail.test`));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThan(ROUNDS);
    expect(sent.filter(({ _id }) => answeredAt.get(_id)! < lookedAt.get(_id)!)).toEqual([]);
  });
});
