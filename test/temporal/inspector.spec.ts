import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { campaignProcessId, cohortId, obligationId } from '#libs/contracts';
import { clockKey, endOfDay, instantAt } from '#libs/domain';
import { verifyBook } from '#libs/store';
import { Engine } from '#libs/temporal';
import { CohortActivities } from '../../activities/cohort.activities.js';
import { consoleBeside, type ConsoleBeside } from '../support/console-beside.js';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'I1';
const DISTRICTS = 6;
const ADMIN = 'bx:administrator';
const cohort = cohortId(CODE, 'report', 'district', 1);
const stuck = obligationId(CODE, 'report', 'report', 'd000000');

interface Workflow {
  id: string;
  acts: string[];
  state: string;
  causes: { kind: string; cause: string; obligation: string | null }[];
  execution: {
    status: string;
    run: string;
    historyLength: number;
    url: string;
    pending: { activity: string; state: string; attempt: number; failure: string | null; nextAttempt: string | null }[];
  };
}

/** Tries after which the next one is eight seconds away and more. */
const MANY_TRIES = 6;

/** Asks until there is an answer; the suite's own time limit ends it. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(200);
  }
}

/** An administrator beside a running engine: what Temporal says, what stands still and why, and acts that go into the journal. */
withServers('the inspector', () => {
  let campaign: RunningCampaign;
  let api: ConsoleBeside;

  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
    await campaign.store.posts.insertOne({
      ...{ _id: ADMIN, unit: 'bx', role: 'administrator', title: 'quản trị', mailbox: null },
    });
    api = await consoleBeside(campaign, { TEMPORAL_UI_URL: 'http://temporal.example/' });
  });
  afterAll(async () => {
    await api?.close();
    await campaign?.close();
  });

  const workflows = async (query = ''): Promise<Workflow[]> =>
    ((await api.ask(ADMIN, `/api/workflows${query}`)).body as unknown as { items: Workflow[] }).items;
  const one = async (id: string) => (await workflows(`/${id}`))[0]!;
  const act = (id: string, what: string, key: string, reason = 'Xem lại sau sự cố.') =>
    api.write(ADMIN, `/api/workflows/${id}/${what}`, { reason }, key);
  const told = (type: string) => campaign.store.journal.find({ book: CODE, type }).toArray();

  it('shows each workflow with its run, its history and the way into Temporal’s own page', async () => {
    const all = await workflows(`?campaign=${CODE}`);
    expect(all.map(({ id }) => id)).toEqual([campaignProcessId(CODE), cohort]);
    const found = all.find(({ id }) => id === cohort)!;
    expect(found).toMatchObject({ causes: [], state: 'asleep', acts: ['wake', 'restart'] });
    expect(found.execution).toMatchObject({ status: 'RUNNING', pending: [] });
    expect(found.execution.historyLength).toBeGreaterThan(5);
    expect(found.execution.url).toBe(
      `http://temporal.example/namespaces/default/workflows/${cohort}/${found.execution.run}/history`,
    );
    expect(await workflows('?state=stuck')).toEqual([]);
    expect((await workflows('?unit=d000001')).map(({ id }) => id)).toEqual([campaignProcessId(CODE), cohort]);
  });

  it('starts a workflow again from its record, once for one key, with the reason in the journal', async () => {
    const before = (await one(cohort)).execution.run;
    expect(await act(cohort, 'restart', 'restart-1')).toMatchObject({ status: 200, body: { run: before } });
    await campaign.stepper.settle();
    const after = await one(cohort);
    expect(after).toMatchObject({ causes: [], state: 'asleep' });
    expect(after.execution).toMatchObject({ status: 'RUNNING' });
    expect(after.execution.run).not.toBe(before);
    expect(await act(cohort, 'restart', 'restart-1')).toMatchObject({ status: 200, body: { run: before } });
    await campaign.stepper.settle();
    expect((await one(cohort)).execution.run).toBe(after.execution.run);
    const [entry, ...more] = await told('workflow_restarted');
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actor: { post: ADMIN }, data: { workflow: cohort, run: before } });
    const note = await campaign.store.notes.findOne({ _id: (entry!.data.note as { id: string }).id });
    expect(note?.text).toBe('Xem lại sau sự cố.');
    expect(await verifyBook(campaign.store, CODE)).toMatchObject({ brokenAt: null });
  });

  it('names a lost workflow, and waking it brings it back', async () => {
    await campaign.app.get(Client).workflow.getHandle(cohort).terminate('test');
    expect((await workflows('?state=failing')).map(({ id, causes }) => [id, causes[0]!.kind])).toEqual([
      [cohort, 'workflow-lost'],
    ]);
    expect((await act(cohort, 'wake', 'wake-key-1')).status).toBe(200);
    await campaign.stepper.settle();
    expect(await workflows('?state=failing')).toEqual([]);
    expect(await told('workflow_woken')).toHaveLength(1);
  });

  it('shows an activity that fails with attempt and failure, and has it tried at once', async () => {
    const { massActs } = campaign.app.get<unknown, { massActs: { perform(): Promise<void> } }>(CohortActivities);
    const broken = jest.spyOn(massActs, 'perform').mockRejectedValue(new Error('kho dữ liệu bận'));
    await campaign.stepper.stepTo(instantAt('2026-10-01', '07:00'));
    const found: Workflow = await until(async (): Promise<Workflow | undefined> => {
      const [failing] = await workflows('?state=failing');
      const [pending] = failing?.execution.pending ?? [];
      return pending?.state === 'SCHEDULED' && pending.attempt > MANY_TRIES ? failing : undefined;
    });
    expect(found).toMatchObject({ id: cohort, acts: ['wake', 'restart', 'retry'], causes: [{ kind: 'act-failing' }] });
    expect(found.causes[0]!.cause).toMatch(/performCohortAct đã hỏng \d+ lần: kho dữ liệu bận/);
    broken.mockRestore();
    const byItself = new Date(found.execution.pending[0]!.nextAttempt!);
    expect((await act(cohort, 'retry', 'retry-key-1')).status).toBe(200);
    await campaign.stepper.settle();
    const [entry] = await told('act').then((acts) =>
      acts.filter(({ data }) => JSON.stringify(data).includes('remind-10')),
    );
    expect(entry).toBeDefined();
    expect(new Date().getTime()).toBeLessThan(byItself.getTime());
    expect(await told('activity_retried')).toMatchObject([
      { data: { workflow: cohort, activity: 'performCohortAct' } },
    ]);
    expect((await act(cohort, 'retry', 'retry-key-2')).body).toMatchObject({ status: 409, code: 'nothing-to-retry' });
  });

  it('says of stuck work what it waits for, and takes it back into the round when it was mended', async () => {
    const { store, walkTo, app } = campaign;
    const { clock } = (await store.obligations.findOne({ _id: stuck }))!;
    const beyond = { ...clock, dueAt: endOfDay('2141-01-15'), lockAt: null };
    await store.obligations.updateOne({ _id: stuck }, { $set: { clock: beyond, clockKey: clockKey(beyond) } });
    await walkTo(instantAt('2026-10-08', '07:00'));
    const [found] = await workflows('?state=stuck');
    expect(found).toMatchObject({ id: cohort, causes: [{ kind: 'parked', obligation: stuck }] });
    expect(found!.causes[0]!.cause).toContain('chưa có bảng ngày nghỉ năm 2141');
    const checked = (await api.ask(ADMIN, '/api/findings')).body as unknown as {
      items: { kind: string; subject: string; mendable: boolean }[];
    };
    expect(checked.items).toMatchObject([{ kind: 'parked', subject: stuck, mendable: false }]);
    const byHand = { kind: 'parked', subject: stuck, reason: 'thử' };
    expect((await api.write(ADMIN, '/api/findings/repair', byHand, 'repair-key-0')).body).toMatchObject({
      code: 'finding-by-hand',
    });

    await store.obligations.updateOne({ _id: stuck }, { $set: { clock, clockKey: clockKey(clock) } });
    const release = await api.write(
      ADMIN,
      `/api/obligations/${stuck}/release`,
      { reason: 'Đã sửa lịch.' },
      'release-1',
    );
    expect(release.status).toBeLessThan(300);
    await app.get(Engine).nudge(cohort);
    await campaign.stepper.settle();
    expect(await workflows('?state=stuck')).toEqual([]);
  });

  it('mends what the reconciler finds by one act with its reason', async () => {
    await campaign.store.rows.deleteOne({ _id: stuck });
    const wanted = { kind: 'row-missing', subject: stuck, reason: 'Dòng bị xóa nhầm.' };
    const look = (await api.ask(ADMIN, '/api/findings')).body as unknown as { items: { kind: string }[] };
    expect(look.items.map(({ kind }) => kind).sort()).toContain('row-missing');
    expect(await api.write(ADMIN, '/api/findings/repair', wanted, 'repair-key-1')).toMatchObject({ status: 200 });
    expect(await campaign.store.rows.findOne({ _id: stuck })).not.toBeNull();
    await campaign.stepper.settle();
    const [entry] = await told('repaired');
    expect(entry).toMatchObject({
      actor: { post: ADMIN },
      data: { repairs: [{ kind: 'row-missing', subject: stuck }] },
    });
    expect(await campaign.store.notes.findOne({ _id: (entry!.data.note as { id: string }).id })).toMatchObject({
      text: 'Dòng bị xóa nhầm.',
    });
  });
});
