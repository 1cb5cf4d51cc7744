import type { INestApplicationContext } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { cohortId } from '#libs/contracts';
import type { Reconciler } from '#libs/reconcile';
import { verifyBook, type Store } from '#libs/store';
import type { Stepper } from '../../apps/cli/src/demo/stepper.js';
import { operator, runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

const CODE = 'R1';
const UNITS = 50;
const cohort = cohortId(CODE, 'report', 'commune', 1);

withServers('the reconciler', () => {
  let campaign: RunningCampaign;
  let app: INestApplicationContext;
  let store: Store;
  let stepper: Stepper;
  let reconciler: Reconciler;
  let kinds: RunningCampaign['kinds'];

  beforeAll(async () => {
    campaign = await runningCampaign(CODE, UNITS);
    ({ app, store, stepper, reconciler, kinds } = campaign);
  });
  afterAll(() => campaign?.close());

  it('finds nothing in a healthy campaign', async () => {
    const { checked, found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([]);
    expect(checked).toBeGreaterThan(2 * UNITS);
  });

  it('finds what was broken, mends it in the name of whoever asked, and then finds nothing', async () => {
    const [first, second, third, fourth] = await store.obligations.find({ cohort }).sort({ _id: 1 }).toArray();
    await app.get(Client).workflow.getHandle(cohort).terminate('test');
    await store.obligations.updateOne({ _id: first!._id }, { $set: { nextAt: null } });
    await store.rows.updateOne({ _id: second!._id }, { $set: { state: 'accepted' } });
    await store.rows.deleteOne({ _id: third!._id });
    await store.processes.deleteOne({ _id: cohortId(CODE, 'report', 'district', 1) });
    await store.headers.updateOne({ _id: fourth!.round }, { $set: { overdue: 7 } });

    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual(
      expect.arrayContaining([
        `clock-missing ${first!._id}`,
        `process-missing ${cohortId(CODE, 'report', 'district', 1)}`,
        `row-differs ${second!._id}`,
        `row-missing ${third!._id}`,
        `header-differs ${fourth!.round}`,
        `workflow-lost ${cohort}`,
      ]),
    );
    for (const { cause, repair } of found) expect(`${cause} ${repair}`).not.toMatch(/[{}]/);

    const mended = await reconciler.repair(found, operator.post);
    expect(mended).toHaveLength(found.length);
    await stepper.settle();
    expect(kinds((await reconciler.look(200)).found)).toEqual([]);
    expect((await app.get(Client).workflow.getHandle(cohort).describe()).status.name).toBe('RUNNING');
    const told = await store.journal.findOne({ book: CODE, type: 'repaired' });
    expect(told?.actor.post).toBe(operator.post);
    expect(await verifyBook(store, CODE)).toMatchObject({ brokenAt: null });
  });

  it('does not mend a book, but says from which entry it is broken', async () => {
    await store.journal.updateOne({ _id: `${CODE}#1` }, { $set: { type: 'other' } });
    const { found } = await reconciler.look(200);
    expect(kinds(found)).toEqual([`journal-broken ${CODE}`]);
    expect(await reconciler.repair(found, operator.post)).toEqual([]);
  });
});
