import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { readDemoData } from '../../apps/cli/src/demo/demo-data.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { gateData } from '../../apps/cli/src/demo/plans/gate-data.js';
import { readSeed } from '../../apps/cli/src/demo/plans/read-seed.js';
import { LaunchPrepared, PreparationCommands, type Outcome } from '#libs/commands';
import { instantAt } from '#libs/domain';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { gateOf } from '#libs/preparation';
import { contentHash, verifyBook } from '#libs/store';
import { withServers } from '../support/servers.js';
import { wholeEngine, type WholeEngine } from '../support/whole-engine.js';

const done = <R>(outcome: Outcome<R>): R => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.receipt;
};
const actor = (unit: string, role: string) => ({ post: `${unit}:${role}`, unit, role, person: null });

withServers('a campaign launched through the gate', () => {
  let engine: WholeEngine;
  beforeAll(async () => {
    engine = await wholeEngine();
  });
  afterAll(() => engine?.close());

  it('runs: its steps are skipped and laid out, and its book begins with the hash of its ground', async () => {
    const { app, store, stepper } = engine;
    await loadWorld(store, demoWorld(1));
    await stepper.begin(instantAt('2023-06-15', '09:00'));
    const commands = app.get(PreparationCommands);
    const officer = actor('td-pnv', 'focal');
    const { file, reading } = readSeed('003');
    const { questions, waivers } = gateData('003');
    const { preparation: id } = done(
      await commands.create(officer, { source: file, text: file, reading }, { key: 'text' }),
    );
    const answers = { ...readDemoData<PreparationAnswers>('answers', '003.yaml'), questions };
    done(await commands.answer(officer, id, answers, { key: 'answers' }));
    const { items } = await gateOf(store, (await store.preparations.findOne({ _id: id }))!);
    const fields = items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field!);
    done(await commands.confirm(officer, id, fields, { key: 'confirm' }));
    for (const { item, by, reason } of waivers) {
      done(await commands.waive(actor('td-pnv', by), id, item, reason, { key: `waive-${item}` }));
    }
    done(await app.get(LaunchPrepared).launch(officer, id, { key: 'launch' }));
    await stepper.settle();

    const campaign = (await store.campaigns.findOne({ _id: 'td-2023' }))!;
    const states = Object.fromEntries(campaign.steps.map((step) => [step.id, step.state]));
    expect(states).toMatchObject({ covenant: 'skipped', 'end-event': 'opened', 'final-report': 'waiting' });
    expect(await store.obligations.countDocuments({ campaign: 'td-2023', step: 'end-event' })).toBe(1);

    const { ground } = (await store.preparations.findOne({ _id: id }))!;
    const [first] = await store.journal.find({ book: 'td-2023' }).sort({ seq: 1 }).limit(1).toArray();
    expect(first).toMatchObject({ type: 'drafted', data: { preparation: id, ground: contentHash(ground) } });
    expect(await verifyBook(store, 'td-2023')).toMatchObject({ brokenAt: null });
  });
});
