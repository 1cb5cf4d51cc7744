import { Clock } from '#libs/clock';
import { FormDraftCommands, ObligationCommands } from '#libs/commands';
import { obligationId } from '#libs/contracts';
import type { Actor, CampaignPlan } from '#libs/domain';
import { columnOf, formFor, formView, type PinnedForm } from '#libs/forms';
import {
  draftFields,
  draftHash,
  draftOf,
  insertMissing,
  newRecord,
  type CampaignDoc,
  type ObligationDoc,
} from '#libs/store';
import { plan as onePeriod } from '../e2e/api-world.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const NOW = new Date('2025-06-12T02:00:00Z');
const focal: Actor = { person: 'p1', post: 'xa-1:focal', unit: 'xa-1', role: 'focal' };
const first = onePeriod.steps[0]!;
const [duty] = first.duties;
const plan: CampaignPlan = {
  ...onePeriod,
  targets: [...onePeriod.targets, { ...onePeriod.targets[0]!, id: 'T2', name: 'Số hộ', unit: 'hộ' }],
  steps: [
    { ...first, id: 'k1', duties: [{ ...duty!, targets: ['T1', 'T2'] }] },
    {
      ...first,
      id: 'k2',
      title: 'Báo cáo đợt 2',
      period: { id: '2025H1', from: '2025-01-01', to: '2025-06-30' },
      duties: [{ ...duty!, cutoff: '2025-06-14', targets: ['T1', 'T2'] }],
    },
  ],
};
const idOf = (step: string) => obligationId(plan.code, step, 'report', 'xa-1');

class Noon extends Clock {
  readonly stepped = true;
  now = () => Promise.resolve(NOW);
}

withServers('a report of the second period', () => {
  let test: TestStore;
  let drafts: FormDraftCommands;
  let commands: ObligationCommands;
  let form: PinnedForm;
  const owed = async () => (await test.store.obligations.findOne({ _id: idOf('k2') })) as unknown as ObligationDoc;
  const fields = async () => draftFields(await draftOf(test.store, idOf('k2')));
  const submitDraft = async (key: string) => {
    const draft = draftHash(await draftOf(test.store, idOf('k2')));
    return commands.execute(focal, idOf('k2'), { type: 'submit', draft }, { key });
  };

  beforeAll(async () => {
    test = await testStore();
    drafts = new FormDraftCommands(test.store, new Noon());
    commands = new ObligationCommands(test.store, new Noon());
    const campaign = { ...newRecord(plan.code, plan.code), plan, state: 'launched', suspended: false, steps: [] };
    await insertMissing(test.store.campaigns, [campaign as unknown as CampaignDoc]);
    const report = (step: string, targets: string[], changes: Partial<ObligationDoc> = {}) =>
      storedReport(idOf(step), {
        campaign: plan.code,
        step,
        targets,
        title: `Báo cáo ${step}`,
        commands: [],
        ...changes,
      });
    const below = { consolidates: 'round-below', consolidatedTargets: ['T2'] };
    await insertMissing(test.store.obligations, [report('k1', ['T1', 'T2']), report('k2', ['T1'], below)]);
    const coverage = { expected: 3, in: 2, nil: 0, missing: ['xa-9'], reasons: {} };
    const total = { target: 'T2', method: 'sum', value: 42, coverage, unreviewed: 0, estimated: 0 };
    await test.store.headers.insertOne({ _id: 'round-below', totals: [total] } as never);
    const rowBelow = (unit: string, value: number | null) => ({
      ...{ _id: `row-${unit}`, round: 'round-below', campaign: plan.code, unit, ancestors: [], targets: ['T2'] },
      ...{ state: value === null ? 'open' : 'accepted', submittedAt: NOW, onTime: true, nil: false, returns: 0 },
      ...{ dueAt: NOW, overdueAt: null, handedInAt: NOW, version: 1 },
      figures: value === null ? [] : [{ target: 'T2', value, status: 'final' as const }],
    });
    await test.store.rows.insertMany([rowBelow('xa-7', 20), rowBelow('xa-8', 22), rowBelow('xa-9', null)] as never);
    form = (await formFor(test.store, await owed()))!;
  });
  afterAll(() => test?.close());

  it('shows what was reported before, and asks for the estimate where the data close comes before the period ends', async () => {
    expect(
      await drafts.prefill(focal, idOf('k2'), form.hash, { from: 'last_period', status: 'estimated' }, 'early-key'),
    ).toMatchObject({ code: 'prefill-nothing' });
    const figures = [
      { target: 'T1', value: 5, status: 'final' as const },
      { target: 'T2', value: 9, status: 'estimated' as const },
    ];
    const narrative = 'Đơn vị đã triển khai đầy đủ các nội dung của kế hoạch đề ra.';
    const given = await commands.execute(
      focal,
      idOf('k1'),
      { type: 'submit', content: { figures, narrative } },
      { key: 'first-key' },
    );
    expect(given).toMatchObject({ ok: true });
    const view = await formView(test.store, form, await owed(), NOW);
    expect(columnOf(form)).toBe('estimated');
    expect(
      view.cells.map(({ target, asked, last }) => [target, asked, last.final?.value, last.estimated?.value]),
    ).toEqual([
      ['T1', 'own', 5, undefined],
      ['T2', 'below', undefined, 9],
    ]);
  });

  it('is filled in from the last period and from below, each with its source, and waits for a person', async () => {
    const fill = (from: 'last_period' | 'children', key: string) =>
      drafts.prefill(focal, idOf('k2'), form.hash, { from, status: 'estimated' }, key);
    expect(await fill('last_period', 'last-key')).toMatchObject({ ok: true, replayed: false });
    expect(await fill('children', 'below-key')).toMatchObject({ ok: true });
    expect(await fill('children', 'below-key')).toMatchObject({ ok: true, replayed: true, receipt: { revision: 2 } });
    expect(await fill('children', 'again-key')).toMatchObject({ ok: false, code: 'prefill-nothing' });
    expect(await fields()).toMatchObject({
      'figures.T1.estimated.value': {
        value: 5,
        unconfirmed: true,
        source: { from: 'last_period', obligation: idOf('k1') },
      },
      'figures.T2.estimated.value': {
        value: 42,
        unconfirmed: true,
        source: { from: 'children', round: 'round-below', missing: 1 },
      },
    });
    expect(await submitDraft('too-soon')).toMatchObject({ status: 409, code: 'draft-unconfirmed', data: { count: 2 } });
  });

  it('is handed in once confirmed; a changed figure loses its source, and a fall is explained first', async () => {
    const confirmed = await drafts.save(
      focal,
      idOf('k2'),
      form.hash,
      [
        { path: 'figures.T1.estimated.value', seen: 1, value: 4 },
        { path: 'figures.T2.estimated.value', seen: 1 },
      ],
      'confirm-key',
    );
    expect(confirmed).toMatchObject({ ok: true });
    const now = await fields();
    expect(now['figures.T1.estimated.value']).toEqual({
      value: 4,
      revision: 2,
      by: 'xa-1:focal',
      person: 'p1',
      at: NOW,
    });
    expect(now['figures.T2.estimated.value']).toMatchObject({ value: 42, source: { from: 'children' } });
    expect(await submitDraft('unexplained')).toMatchObject({
      status: 409,
      code: 'report-unexplained',
      data: { faults: [{ path: 'figures.T1', code: 'fault.fell', kind: 'explain' }] },
    });
    await drafts.save(
      focal,
      idOf('k2'),
      form.hash,
      [{ path: 'figures.T1.explanation', seen: 0, value: 'Một công trình bị lũ cuốn.' }],
      'why-key',
    );
    expect(await submitDraft('in-the-end')).toMatchObject({ ok: true, receipt: { state: 'submitted' } });
    const { submission } = await owed();
    expect((await test.store.submissions.findOne({ _id: submission! }))!.content).toMatchObject({
      form: form.hash,
      figures: [
        { target: 'T1', value: 4, status: 'estimated', explanation: 'Một công trình bị lũ cuốn.' },
        { target: 'T2', value: 42, status: 'estimated' },
      ],
      consolidated: { round: 'round-below', missing: ['xa-9'] },
    });
    expect((await draftOf(test.store, idOf('k2')))!.fields).toBeDefined();
  });
});
