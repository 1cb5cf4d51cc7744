import { obligationId } from '#libs/contracts';
import { settleDifficulties } from '#libs/commands';
import type { ObligationDoc, SubmissionDoc } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const X2 = obligationId('ta-2023', 'report-1', 'report', 'ta-x2');
const itemOf = (unit: string, key: string): string =>
  obligationId('ta-2023', 'difficulty:answers', 'answer', unit, `report-1:main:${key}`);
const K1 = itemOf('ta-x1', 'k1');
const of = (id: string): string => `/api/obligations/${id}`;
const report = (difficulties?: Record<string, string>, narrative = 'Đã xong.') => ({
  content: { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative, ...(difficulties && { difficulties }) },
});
const RACES = 40;

jest.setTimeout(300_000);

withServers('khó khăn, vướng mắc over HTTP', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;
  let district: ReturnType<ApiWorld['as']>;
  const doc = async (id: string): Promise<ObligationDoc> => (await world.store.obligations.findOne({ _id: id }))!;
  const raised = () => world.store.obligations.find({ kind: 'answer' } as never).toArray();

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
    district = world.as('ta:focal');
    await office.write('post', '/api/campaigns', plan).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  it('refuses too many and too long ones at their place, before anything is kept', async () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'Thiếu vốn.']));
    const { body } = await focal.write('post', `${of(X1)}/submission`, report(many));
    expect(body).toMatchObject({ status: 400, code: 'report-faulty' });
    expect(body.errors).toMatchObject([{ field: 'difficulties', code: 'fault.difficulties-too-many' }]);
    const long = await focal.write('post', `${of(X1)}/submission`, report({ k1: 'x'.repeat(2_001) }));
    expect(long.body).toMatchObject({ status: 400, errors: [{ field: 'content.difficulties.k1' }] });
    expect((await focal.write('post', `${of(X1)}/submission`, report({ 'a.b': 'x' }))).status).toBe(400);
    expect(await raised()).toEqual([]);
  });

  it('typed in the draft and handed in, it is owed by the receiver, with a clock', async () => {
    const { body: form } = await focal.get(`${of(X1)}/form`).expect(200);
    const changes = [
      { path: 'figures.T1.final.value', seen: 0, value: 3 },
      { path: 'sections.results', seen: 0, value: 'Đã xong.' },
      { path: 'difficulties.k1', seen: 0, value: 'Chưa có kinh phí giải phóng mặt bằng.' },
      { path: 'difficulties.k2', seen: 0, value: ' ' },
    ];
    const saved = await focal.write('patch', `${of(X1)}/draft`, { form: form.version, changes }).expect(200);
    const first = { draft: saved.body.hash };
    await focal.write('post', `${of(X1)}/submission`, first, 'the-same-key').expect(201);
    await focal.write('post', `${of(X1)}/submission`, first, 'the-same-key').expect(201);
    expect((await raised()).map(({ _id }) => _id)).toEqual([K1]);
    expect(await doc(K1)).toMatchObject({
      answeringUnit: 'ta-office',
      receiver: 'ta',
      subject: 'ta-x1',
      state: 'open',
    });
    const { body: work } = await office.get('/api/work').expect(200);
    expect(work.items).toMatchObject([{ id: K1, kind: 'answer', unit: 'ta-x1', workingDaysLeft: 10 }]);
    const { body: mine } = await office.get('/api/difficulties?of=to_answer&open=1').expect(200);
    expect(mine.items).toMatchObject([
      { id: K1, standing: 'waiting', words: [{ text: 'Chưa có kinh phí giải phóng mặt bằng.', attempt: 1 }] },
    ]);
  });

  it('in a report that is returned and comes again it is one item; other words stand beside the first', async () => {
    await office.write('post', `${of(X1)}/receive`, {}).expect(201);
    const remarks = [{ path: 'figures.T1', reason: 'no-evidence', text: 'Thiếu ảnh.' }];
    await office.write('post', `${of(X1)}/return`, { reason: 'Xem ý kiến.', remarks }).expect(201);
    const before = await doc(K1);
    // only the figure was returned: what is in the way may be said all the same
    const second = report({ k1: 'Chưa có kinh phí, cần 2 tỷ đồng.' }, '');
    const sections = { results: 'Đã xong.' };
    const narrative = (await world.store.submissions.findOne({ obligation: X1 } as never))!.content.narrative;
    const content = { ...second.content, sections, narrative };
    const replies = [{ remark: 'r1.1', text: 'Đã bổ sung.' }];
    await focal.write('post', `${of(X1)}/submission`, { content, replies }).expect(201);
    expect((await raised()).length).toBe(1);
    const { body } = await focal.get(`${of(X1)}/difficulties`).expect(200);
    expect(body.items).toMatchObject([
      {
        ...{
          id: K1,
          key: 'k1',
          report: X1,
          reportTitle: 'Báo cáo đợt 1',
          standing: 'waiting',
          unitName: 'Đơn vị ta-x1',
        },
        words: [{ attempt: 1 }, { attempt: 2, text: 'Chưa có kinh phí, cần 2 tỷ đồng.' }],
      },
    ]);
    expect((await doc(K1)).clock).toEqual(before.clock);
  });

  it('settled again from every submission, in any order and side by side, nothing changes', async () => {
    const before = await raised();
    const all = (await world.store.submissions
      .find({ obligation: X1 } as never)
      .toArray()) as unknown as SubmissionDoc[];
    expect(all.length).toBe(2);
    await Promise.all([...all, ...all.reverse()].map(({ _id }) => settleDifficulties(world.store, _id)));
    expect(await raised()).toEqual(before);
    expect(await world.store.rounds.countDocuments({ step: 'difficulty:answers' })).toBe(1);
    expect(await world.store.processes.countDocuments({ step: 'difficulty:answers' })).toBe(1);
  });

  it('is forwarded to the unit above, which owes it from then on; the first date stays visible', async () => {
    await world.clock.moveTo(new Date('2023-09-12T02:00:00Z'));
    const { body: one } = await office.get(`${of(K1)}/difficulty`).expect(200);
    expect(one).toMatchObject({ may: { answer: true, raiser: false }, forwardTo: [{ unit: 'ta', name: 'Đơn vị ta' }] });
    const wrong = await office.write('post', `${of(K1)}/forward`, { to: 'ta-x2', reason: 'Không thuộc thẩm quyền.' });
    expect(wrong.body).toMatchObject({ status: 409, code: 'difficulty-forward-nowhere' });
    const body = { to: 'ta', reason: 'Thuộc thẩm quyền UBND huyện.', revision: one.revision };
    const { body: receipt } = await office.write('post', `${of(K1)}/forward`, body, 'forward-1').expect(201);
    expect(receipt).toMatchObject({ command: 'forward', owner: 'ta', state: 'open' });
    expect((await office.write('post', `${of(K1)}/forward`, body, 'forward-1').expect(201)).body).toEqual(receipt);
    const other = { ...body, reason: 'khác' };
    expect((await office.write('post', `${of(K1)}/forward`, other, 'forward-1')).status).toBe(422);
    const late = await office.write('post', `${of(K1)}/answer`, { text: 'Đã ghi nhận.' });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'difficulty-not-owner',
      detail: expect.stringContaining('“ta”'),
    });
    expect((await office.get(`${of(K1)}/difficulty`)).body).toMatchObject({ may: { answer: false }, forwardTo: [] });
    const { body: seen } = await focal.get(`${of(K1)}/difficulty`).expect(200);
    expect(seen).toMatchObject({
      ...{ owner: 'ta', firstDueAt: '2023-09-19T16:59:59.999Z', dueAt: '2023-09-26T16:59:59.999Z' },
      owners: [{ unit: 'ta-office' }, { unit: 'ta', reason: 'Thuộc thẩm quyền UBND huyện.' }],
      may: { answer: false, raiser: true },
    });
  });

  it('is answered, read by who raised it, settled by its word; every command twice happens once', async () => {
    const text = 'Bố trí 2 tỷ đồng từ nguồn dự phòng.';
    const body = { text, document: { number: '145/UBND-TC', date: '2023-09-12' } };
    const twice = async (as: typeof focal, path: string, said: object) => {
      const first = await as.write('post', `${of(K1)}/${path}`, said, `twice-${path}`).expect(201);
      const again = await as.write('post', `${of(K1)}/${path}`, said, `twice-${path}`).expect(201);
      expect(again.body).toEqual(first.body);
      return first.body as object;
    };
    await twice(district, 'answer', body);
    const { body: read } = await focal.get('/api/difficulties?of=raised').expect(200);
    expect(read.items).toMatchObject([
      { standing: 'answered', onTime: true, answers: [{ text, document: body.document, unitName: 'Đơn vị ta' }] },
    ]);
    expect((await focal.write('post', `${of(K1)}/answer`, body)).status).toBe(403);
    await twice(focal, 'resolved', {});
    expect((await focal.get(`${of(K1)}/difficulty`)).body).toMatchObject({ standing: 'resolved' });
    await twice(focal, 'raise-again', { reason: 'Tiền chưa về.' });
    expect(await doc(K1)).toMatchObject({ state: 'open', clock: { version: 3 }, attempt: 1 });
    await twice(district, 'decline', { reason: 'Nguồn đã hết trong năm.' });
    const { body: end } = await focal.get(`${of(K1)}/difficulty`).expect(200);
    expect(end).toMatchObject({
      standing: 'declined',
      answers: [{ outcome: 'answered' }, { outcome: 'declined', text: 'Nguồn đã hết trong năm.' }],
      words: [{ attempt: 1 }, { attempt: 2 }, { attempt: null, text: 'Tiền chưa về.' }],
    });
  });

  it('lets nobody else read or touch it, and takes no paper of a report', async () => {
    const neighbour = world.as('ta-x2:focal');
    expect((await neighbour.get(`${of(K1)}/difficulty`)).status).toBe(403);
    expect((await neighbour.get('/api/difficulties')).body.items).toEqual([]);
    for (const path of ['answer', 'decline', 'forward', 'retract', 'resolved', 'raise-again'])
      expect([path, (await neighbour.write('post', `${of(K1)}/${path}`, {})).status]).toEqual([path, 403]);
    expect((await focal.get(`${of(X1)}/difficulty`)).status).toBe(404);
    const paper = await district.write('post', `${of(K1)}/submission`, { content: { narrative: 'x' } });
    expect(paper.body).toMatchObject({ status: 409, code: 'illegal-step' });
    expect((await office.write('post', `${of(X1)}/answer`, { text: 'x' })).status).toBe(403);
    expect((await focal.write('post', `${of(X1)}/answer`, { text: 'x' })).body).toMatchObject({
      status: 409,
      code: 'difficulty-none',
    });
  });

  it('forwarded and answered at once, exactly one of the two happens; the other is told', async () => {
    const x2 = world.as('ta-x2:focal');
    const keys = Array.from({ length: RACES }, (_, n) => `k${n}`);
    // twenty a report: the second half comes with the next attempt
    const some = (from: number) => Object.fromEntries(keys.slice(from, from + 20).map((key) => [key, `Việc ${key}.`]));
    await x2.write('post', `${of(X2)}/submission`, report(some(0))).expect(201);
    await x2.write('post', `${of(X2)}/withdraw`, { reason: 'Bổ sung.' }).expect(201);
    await x2.write('post', `${of(X2)}/submission`, report(some(20))).expect(201);
    expect((await x2.get(`${of(X2)}/difficulties`)).body.items).toHaveLength(RACES);
    const tally = { forward: 0, answer: 0 };
    for (const key of keys) {
      const id = itemOf('ta-x2', key);
      const [forwarded, answered] = await Promise.all([
        office.write('post', `${of(id)}/forward`, { to: 'ta', reason: 'Chuyển.' }),
        office.write('post', `${of(id)}/answer`, { text: 'Trả lời.' }),
      ]);
      const won = forwarded.status === 201 ? 'forward' : 'answer';
      tally[won] += 1;
      const lost = won === 'forward' ? answered : forwarded;
      expect([[forwarded.status, answered.status].filter((one) => one === 201), lost.status]).toEqual([[201], 409]);
      const { difficulty, answeringUnit } = await doc(id);
      expect([answeringUnit, difficulty!.owners.length, difficulty!.answers.length]).toEqual(
        won === 'forward' ? ['ta', 2, 0] : ['ta-office', 1, 1],
      );
    }
    expect(tally.forward + tally.answer).toBe(RACES);
  });

  it('taken back by who raised it nobody owes it any more, until it is said in other words', async () => {
    const x2 = world.as('ta-x2:focal');
    const waiting = (await x2.get('/api/difficulties?of=raised&open=1')).body.items[0]?.id ?? itemOf('ta-x2', 'k0');
    const open = (await doc(waiting)).state === 'open';
    if (!open) await x2.write('post', `${of(waiting)}/raise-again`, { reason: 'Chưa xong.' }).expect(201);
    await x2.write('post', `${of(waiting)}/retract`, { reason: 'Đã tự xử lý.' }).expect(201);
    expect((await x2.get(`${of(waiting)}/difficulty`)).body).toMatchObject({
      standing: 'retracted',
      retracted: { reason: 'Đã tự xử lý.' },
    });
    expect(await doc(waiting)).toMatchObject({ state: 'excused', nextAt: null, settled: true });
    const before = await doc(waiting);
    const key = before.difficulty!.key;
    const same = before.difficulty!.words.at(-1)!.note.id;
    const { text } = (await world.store.notes.findOne({ _id: same }))!;
    for (const [said, state] of [
      [text, 'excused'],
      ['Lại thiếu vốn.', 'open'],
    ] as const) {
      await x2.write('post', `${of(X2)}/withdraw`, { reason: 'Bổ sung.' }).expect(201);
      await x2.write('post', `${of(X2)}/submission`, report({ [key]: said })).expect(201);
      expect([said, (await doc(waiting)).state]).toEqual([said, state]);
    }
    expect(await doc(waiting)).toMatchObject({ settled: false, clock: { version: before.clock.version + 1 } });
  });
});
