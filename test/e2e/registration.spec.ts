import { obligationId } from '#libs/contracts';
import type { CampaignPlan } from '#libs/domain';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, openStep, plan, X1, type ApiWorld } from './api-world.js';

const CODE = plan.code;
const [report] = plan.steps;
const register: CampaignPlan['steps'][number] = {
  ...{ id: 'register', kind: 'registration', title: 'Đăng ký thi đua', opens: '2023-09-02', after: [] },
  duties: [{ ...report!.duties[0]!, kind: 'registration', due: { kind: 'by', date: '2023-09-15' } }],
};
const nobodys = { ...plan.targets[0]!, id: 'T2', name: 'Tỷ lệ hộ nghèo', mode: 'allocated', allocation: {} } as const;
const campaign: CampaignPlan = {
  ...plan,
  targets: [...plan.targets, nobodys],
  steps: [register, ...plan.steps],
};
const R1 = obligationId(CODE, 'register', 'registration', 'ta-x1');
const R2 = R1.replace('ta-x1', 'ta-x2');
const of = (id: string): string => `/api/obligations/${id}`;
const paper = (value: number, titles = ['Tập thể lao động xuất sắc']) => ({
  content: { titles, pledges: [{ target: 'T1', value }] },
});

withServers('đăng ký thi đua', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
    // a plan that nobody checked: the gate would not let a target without a source pass
    const { newRecord } = await import('#libs/store');
    await world.store.campaigns.insertOne({
      ...newRecord(CODE, CODE),
      ...{ plan: campaign, state: 'launched', suspended: false, steps: [] },
      ...{ launchedAt: null, concludedAt: null, closedAt: null },
    });
    await openStep(world, campaign, register, new Date('2023-09-02T00:00:00Z'));
  });
  afterAll(() => world?.close());

  it('asks for its targets at the level of today, beside nothing yet; what is no registration has no such form', async () => {
    const asked = (await focal.get(`${of(R1)}/registration`).expect(200)).body;
    expect(asked).toEqual({
      obligation: R1,
      targets: [
        {
          ...{ target: 'T1', name: 'Số công trình', measure: 'công trình' },
          ...{ ceiling: false, assigned: 10, group: null },
        },
      ],
      ...{ given: null, open: null },
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
      draft: { revision: 0, form: null, hash: expect.any(String), fields: {}, editors: [] },
    });
    await world
      .as('tb:focal')
      .get(`${of(R1)}/registration`)
      .expect(403);
  });

  it('goes up with every target at the assigned level or beyond; what asks less is refused at its line', async () => {
    const send = (body: object) => focal.write('post', `${of(R1)}/submission`, body);
    expect((await send(paper(9))).body).toMatchObject({
      ...{ status: 400, code: 'report-faulty' },
      errors: [
        {
          field: 'pledges.T1',
          code: 'fault.pledge-below-assigned',
          message: 'Đăng ký 9 thấp hơn mức được giao 10.',
        },
      ],
    });
    expect((await send({ content: { titles: ['Giấy khen'] } })).body).toMatchObject({
      errors: [{ field: 'pledges.T1', code: 'fault.pledge-missing' }],
    });
    expect((await send({ content: { titles: ['Giấy khen'], pledges: [{ target: 'T9', value: 1 }] } })).status).toBe(
      400,
    );
    const receipt = await send(paper(10.65)).expect(201);
    expect(receipt.body).toMatchObject({ number: `${R1}/1`, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const received = await office.write('post', `${of(R1)}/receive`, { contentHash: receipt.body.contentHash });
    expect(received.body).toMatchObject({ command: 'receive', number: `${R1}/2` });
  });

  it('is returned by part, handed in again with only that part changed, and the rounds show the difference', async () => {
    const remarks = [{ path: 'pledges.T1', reason: 'no-evidence', text: 'Nêu căn cứ.' }];
    await office.write('post', `${of(R1)}/return`, { reason: 'Xem ý kiến.', remarks }).expect(201);
    const form = (await focal.get(`${of(R1)}/registration`).expect(200)).body;
    expect(form).toMatchObject({
      given: { titles: ['Tập thể lao động xuất sắc'], pledges: [{ target: 'T1', value: 10.65 }] },
      open: ['pledges.T1'],
    });
    const replies = [{ remark: 'r1.1', text: 'Đã tính lại.' }];
    const again = (body: object) => focal.write('post', `${of(R1)}/submission`, { ...body, replies });
    expect((await again(paper(11, ['Giấy khen']))).body).toMatchObject({ status: 409, code: 'part-not-open' });
    await again(paper(11.3)).expect(201);
    await office.write('post', `${of(R1)}/receive`, {}).expect(201);
    await office.write('post', `${of(R1)}/accept`, { resolve: ['r1.1'] }).expect(201);
    const { body } = await focal.get(`${of(R1)}/rounds`).expect(200);
    expect(body.rounds).toMatchObject([
      { round: 1, remarks: [{ path: 'pledges.T1', state: 'resolved' }] },
      { round: 2, standing: true, changes: [{ path: 'pledges.T1', was: { value: 10.65 }, now: { value: 11.3 } }] },
    ]);
  });

  it('stands beside what was assigned and achieved, for each unit; and what nobody took up is named', async () => {
    await openReport(world);
    const content = { figures: [{ target: 'T1', value: 12, status: 'final' }], narrative: '' };
    await focal.write('post', `${of(X1)}/submission`, { content }).expect(201);
    const { rowOf, setRows, standingOf } = await import('#libs/store');
    const owed = (await world.store.obligations.findOne({ _id: X1 }))!;
    await setRows(world.store, [rowOf(owed, (await standingOf(world.store, [owed])).get(owed.submission))]);
    const { body } = await office.get(`/api/campaigns/${CODE}/pledges`).expect(200);
    expect(body).toMatchObject({
      items: [
        {
          ...{
            unit: 'ta-x1',
            target: 'T1',
            assigned: 10,
            pledged: { value: 11.3, kind: 'registration', state: 'accepted' },
          },
          stretch: { difference: 1.3, percent: 13, level: 'more', text: '+13 % so với chỉ tiêu trên giao' },
          achieved: { value: 12, status: 'final', step: 'report-1' },
        },
        { unit: 'ta-x2', target: 'T1', assigned: 10, pledged: null, stretch: null, achieved: null },
      ],
      untaken: [{ target: 'T2', name: 'Tỷ lệ hộ nghèo' }],
      ...{ parent: null, next: null },
    });
    const first = await office.get(`/api/campaigns/${CODE}/pledges?limit=1`).expect(200);
    expect(first.body).toMatchObject({ items: [{ unit: 'ta-x1' }], next: 'ta-x1' });
    const second = await office.get(`/api/campaigns/${CODE}/pledges?limit=1&after=ta-x1`).expect(200);
    expect(second.body).toMatchObject({ items: [{ unit: 'ta-x2' }], next: null });
  });

  it('shows a unit its own lines only', async () => {
    const own = await focal.get(`/api/campaigns/${CODE}/pledges`).expect(200);
    expect(new Set(own.body.items.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['ta-x1']));
    await focal.get(`/api/campaigns/${CODE}/pledges?unit=ta-x2`).expect(403);
    expect((await world.as('tb:focal').get(`/api/campaigns/${CODE}/pledges`)).status).toBe(403);
  });

  it('is asked for again when a target is amended, by a document; what stood is kept and the difference shown', async () => {
    const order = {
      ...{ target: 'T1', value: 12, reason: 'HĐND điều chỉnh.' },
      document: { number: '15/NQ-HĐND', date: '2023-09-10' },
    };
    const path = `/api/campaigns/${CODE}/target-amendments`;
    await focal.write('post', path, order).expect(403);
    expect((await office.write('post', path, { ...order, value: 10 })).body).toMatchObject({
      ...{ status: 409, code: 'target-unmoved' },
    });
    expect((await office.write('post', path, { ...order, value: undefined })).status).toBe(400);
    const amended = await office.write('post', path, order, 'amend-t1-key').expect(201);
    expect(amended.body).toMatchObject({ campaign: CODE, n: 1, target: 'T1', from: '2023-09-05' });
    const owed = await world.store.obligations.findOne({ _id: R1 });
    expect(owed).toMatchObject({ state: 'returned', returns: 1, onTime: true, clock: { phase: 'resubmission' } });
    // the same request again changes nothing more
    expect((await office.write('post', path, order, 'amend-t1-key')).body).toEqual(amended.body);
    expect((await world.store.obligations.findOne({ _id: R1 }))!.version).toBe(owed!.version);
    const before = await office.get(`/api/campaigns/${CODE}/pledges?unit=ta-x1`);
    expect(before.body.items[0]).toMatchObject({
      ...{ assigned: 12, pledged: { value: 11.3, state: 'returned' }, stretch: { level: 'less' } },
    });
    const send = (value: number) => focal.write('post', `${of(R1)}/submission`, paper(value));
    expect((await send(11.3)).body).toMatchObject({ errors: [{ code: 'fault.pledge-below-assigned' }] });
    await send(12.78).expect(201);
    const { body } = await focal.get(`${of(R1)}/rounds`).expect(200);
    expect(body.rounds).toHaveLength(3);
    expect(body.rounds[2]).toMatchObject({
      ...{ standing: true, changes: [{ path: 'pledges.T1', was: { value: 11.3 }, now: { value: 12.78 } }] },
    });
    const after = await office.get(`/api/campaigns/${CODE}/pledges?unit=ta-x1`);
    expect(after.body.items[0]).toMatchObject({ stretch: { percent: 6.5, text: '+6,5 % so với chỉ tiêu trên giao' } });
  });

  it('beside the cell of a report stands what the unit registered', async () => {
    const { body } = await focal.get(`${of(X1)}/form`).expect(200);
    expect(body.cells).toMatchObject([{ target: 'T1', assigned: 12, pledged: 12.78, stretch: 6.5 }]);
  });

  it('is typed field by field on the server: two meet in one field and both values are shown, nothing is overwritten', async () => {
    const [focal, head] = [world.as('ta-x2:focal'), world.as('ta-x2:head')];
    const { version } = (await focal.get(`${of(R2)}/registration`).expect(200)).body as { version: string };
    const save = (who: typeof focal, changes: object[], form = version) =>
      who.write('patch', `${of(R2)}/draft`, { form, changes });
    await save(focal, [{ path: 'titles', seen: 0, value: 'Giấy khen' }]).expect(200);
    await save(head, [{ path: 'pledges.T1', seen: 0, value: 'mười' }]).expect(200);
    expect((await save(head, [{ path: 'titles', seen: 0, value: 'Cờ thi đua' }])).body).toMatchObject({
      ...{ status: 409, code: 'draft-conflict' },
      current: { fields: { titles: { value: 'Giấy khen', revision: 1, by: 'ta-x2:focal' } } },
      yours: { titles: { value: 'Cờ thi đua', seen: 0 } },
    });
    expect((await save(focal, [{ path: 'figures.T1.final.value', seen: 0, value: 1 }])).body).toMatchObject({
      ...{ status: 400, code: 'draft-unknown-fields' },
    });
    expect((await save(focal, [{ path: 'pledges.T9', seen: 0, value: 1 }])).status).toBe(400);
    expect((await save(focal, [{ path: 'titles', seen: 1, value: 'x' }], 'a'.repeat(64))).body).toMatchObject({
      ...{ status: 409, code: 'form-changed' },
    });
    const { draft } = (await head.get(`${of(R2)}/registration`).expect(200)).body;
    expect(draft).toMatchObject({
      revision: 2,
      fields: { titles: { value: 'Giấy khen', by: 'ta-x2:focal' }, 'pledges.T1': { value: 'mười', by: 'ta-x2:head' } },
    });
    expect(draft.editors.map(({ post }: { post: string }) => post).sort()).toEqual(['ta-x2:focal', 'ta-x2:head']);
    await world
      .as('ta-x1:focal')
      .write('patch', `${of(R2)}/draft`, { form: version, changes: [] })
      .expect(403);
  });

  it('is handed in by the draft that was seen; what cannot be read or asks less is told at its field', async () => {
    const focal = world.as('ta-x2:focal');
    const asked = async () =>
      (await focal.get(`${of(R2)}/registration`).expect(200)).body as { version: string; draft: { hash: string } };
    const send = async (draft?: string) =>
      focal.write('post', `${of(R2)}/submission`, { draft: draft ?? (await asked()).draft.hash });
    expect((await send()).body).toMatchObject({
      ...{ status: 400, code: 'report-faulty', errors: [{ field: 'pledges.T1', code: 'fault.not-a-number' }] },
    });
    const old = (await asked()).draft.hash;
    const form = (await asked()).version;
    const change = { path: 'pledges.T1', seen: 1, value: '9' };
    await focal.write('patch', `${of(R2)}/draft`, { form, changes: [change] }).expect(200);
    expect((await send(old)).body).toMatchObject({ status: 409, code: 'draft-changed' });
    expect((await send()).body).toMatchObject({ errors: [{ code: 'fault.pledge-below-assigned' }] });
    const again = { ...change, seen: 2, value: '12,25' };
    await focal.write('patch', `${of(R2)}/draft`, { form, changes: [again] }).expect(200);
    expect((await send()).status).toBe(201);
    const { submission } = (await world.store.obligations.findOne({ _id: R2 }))!;
    expect((await world.store.submissions.findOne({ _id: submission! }))!.content).toEqual({
      titles: ['Giấy khen'],
      pledges: [{ target: 'T1', value: 12.25 }],
    });
    expect((await focal.write('patch', `${of(R2)}/draft`, { form, changes: [{ ...again, seen: 3 }] })).status).toBe(
      409,
    );
  });
});
