import { keepSnapshots, type ObligationDoc } from '#libs/store';
import { obligationId } from '#libs/contracts';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

const X2 = obligationId('ta-2023', 'report-1', 'report', 'ta-x2');
const of = (id: string): string => `/api/obligations/${id}`;
const report = (value: number, narrative = 'Đã xong.') => ({
  figures: [{ target: 'T1', value, status: 'final' }],
  narrative,
});
const ROUNDS = 200;

jest.setTimeout(600_000);

withServers('review by parts over HTTP', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;
  const doc = async (id: string): Promise<ObligationDoc> => (await world.store.obligations.findOne({ _id: id }))!;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
    await office.write('post', '/api/campaigns', plan).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  it('shows the chain by name, stands in the queue, and gives receipts with one hash both ways', async () => {
    expect((await focal.get(`${of(X1)}/chain`).expect(200)).body).toMatchObject({
      pinned: false,
      chain: [
        { unit: 'ta-office', role: 'receiver' },
        { unit: 'ta', role: 'above' },
      ],
    });
    const receipt = await focal.write('post', `${of(X1)}/submission`, { content: report(3) }).expect(201);
    expect((await focal.get(`${of(X1)}/chain`)).body).toMatchObject({ pinned: true });
    const queue = await office.get('/api/review-queue').expect(200);
    expect(queue.body.items).toMatchObject([{ id: X1, opened: false, contentHash: receipt.body.contentHash }]);
    expect((await focal.get('/api/review-queue')).body.items).toEqual([]);
    const wrong = await office.write('post', `${of(X1)}/receive`, { contentHash: 'a'.repeat(64) });
    expect(wrong.body).toMatchObject({ status: 409, code: 'content-changed' });
    const received = await office
      .write('post', `${of(X1)}/receive`, { contentHash: receipt.body.contentHash })
      .expect(201);
    expect(received.body).toMatchObject({ number: `${X1}/2`, contentHash: receipt.body.contentHash });
  });

  it('returns one figure: only it may change, its remark is answered, and is resolved before the report is accepted', async () => {
    const { body: reasons } = await office.get('/api/return-reasons').expect(200);
    expect(reasons.items.map(({ code }: { code: string }) => code)).toContain('no-evidence');
    const send = (remarks: object[]) => office.write('post', `${of(X1)}/return`, { reason: 'Xem ý kiến.', remarks });
    const remark = { path: 'figures.T1', reason: 'no-evidence', text: 'Thiếu ảnh hiện trường.' };
    expect((await send([{ ...remark, reason: 'because' }])).body).toMatchObject({ code: 'reason-unknown' });
    expect((await send([{ ...remark, path: 'figures.T9' }])).body).toMatchObject({ code: 'part-unknown' });
    await send([remark]).expect(201);
    const again = (content: object, replies?: object[]) =>
      focal.write('post', `${of(X1)}/submission`, { content, ...(replies && { replies }) });
    const replies = [{ remark: 'r1.1', text: 'Đã bổ sung.' }];
    expect((await again(report(4))).body).toMatchObject({ status: 409, code: 'remarks-unanswered' });
    const closed = await again(report(4, 'viết lại'), replies);
    expect(closed.body).toMatchObject({
      status: 409,
      code: 'part-not-open',
      detail: expect.stringContaining('narrative'),
    });
    await again(report(4), replies).expect(201);
    await office.write('post', `${of(X1)}/receive`, {}).expect(201);
    expect((await office.write('post', `${of(X1)}/accept`, {})).body).toMatchObject({ code: 'remarks-open' });
    await office.write('post', `${of(X1)}/accept`, { resolve: ['r1.1'] }).expect(201);
    const { body } = await focal.get(`${of(X1)}/rounds`).expect(200);
    expect(body).toMatchObject({
      open: 0,
      rounds: [
        {
          round: 1,
          remarks: [
            {
              id: 'r1.1',
              state: 'resolved',
              text: 'Thiếu ảnh hiện trường.',
              replies: [{ text: 'Đã bổ sung.', attempt: 2 }],
            },
          ],
        },
        { round: 2, standing: true, changes: [{ path: 'figures.T1', was: { value: 3 }, now: { value: 4 } }] },
      ],
    });
  });

  it('accepts and returns many together only after each was opened', async () => {
    const figures = [{ target: 'T1', value: 5, status: 'final', places: [{ place: 'ta-x1', value: 5 }] }];
    await world
      .as('ta-x2:focal')
      .write('post', `${of(X2)}/submission`, { content: { ...report(5), figures } })
      .expect(201);
    const acts = (act: string, obligations: string[]) =>
      office.write('post', '/api/review-queue/acts', {
        act,
        obligations,
        ...(act === 'return' && { reason: 'Xem lại.' }),
      });
    expect((await acts('receive', [X2, 'nothing.at.all'])).body).toMatchObject({
      done: [X2],
      refused: [{ code: 'not-found' }],
    });
    expect((await acts('accept', [X2])).body).toMatchObject({
      done: [],
      refused: [{ obligation: X2, code: 'not-opened' }],
    });
    const stranger = await world
      .as('tb:focal')
      .write('post', '/api/review-queue/acts', { act: 'accept', obligations: [X2] });
    expect(stranger.body).toMatchObject({ done: [], refused: [{ code: 'not-allowed' }] });
    await office.write('post', `${of(X2)}/opened`, {}).expect(200);
    expect((await office.get('/api/review-queue')).body.items).toMatchObject([{ id: X2, opened: true }]);
    expect((await acts('accept', [X2])).body).toMatchObject({ done: [X2], refused: [] });
  });

  it('counts statistics from what is owed, shows where a figure comes from, and can make a closed sheet again', async () => {
    const { body } = await office.get('/api/campaigns/ta-2023/statistics?step=report-1').expect(200);
    expect(body.total).toMatchObject({ expected: 2, actual: 2, rate: 100, onTime: 2, returned: 1 });
    expect(body.units.map(({ unit }: { unit: string }) => unit)).toEqual(['ta-x1', 'ta-x2']);
    const own = await focal.get('/api/campaigns/ta-2023/statistics').expect(200);
    expect(own.body).toMatchObject({ unit: 'ta-x1', total: { expected: 1 } });
    await focal.get('/api/campaigns/ta-2023/statistics?unit=ta').expect(403);
    const doubles = await office.get('/api/campaigns/ta-2023/double-counts').expect(200);
    expect(doubles.body.items).toMatchObject([
      {
        indicator: 'T1',
        place: 'ta-x1',
        owner: null,
        claims: [
          { unit: 'ta-x1', value: 4 },
          { unit: 'ta-x2', value: 5 },
        ],
      },
    ]);
    const figure = await focal.get(`${of(X1)}/provenance?target=T1`).expect(200);
    expect(figure.body).toMatchObject({
      figure: { value: 4 },
      submission: { attempt: 2 },
      below: null,
      timeline: `${of(X1)}/timeline`,
    });
    await focal.get(`${of(X1)}/provenance?target=T9`).expect(404);
    await office.get(`/api/rounds/${ROUND}/snapshot`).expect(404);
    await keepSnapshots(world.store, [ROUND], plan);
    const { body: snapshot } = await office.get(`/api/rounds/${ROUND}/snapshot`).expect(200);
    expect(snapshot).toMatchObject({ intact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const sources = await office.get(`/api/rounds/${ROUND}/provenance?target=T1`).expect(200);
    expect(sources.body.reports).toHaveLength(2);
  });

  it(`two reviewers judge one report ${ROUNDS} times at once: exactly one wins, the other reads the current version`, async () => {
    const head = world.as('ta:head');
    await office.write('post', `${of(X2)}/reopen`, { reason: 'thử' }).expect(201);
    const wins = { accept: 0, return: 0 };
    for (let n = 0; n < ROUNDS; n += 1) {
      const { state } = await doc(X2);
      if (state === 'accepted') await office.write('post', `${of(X2)}/reopen`, { reason: 'thử' }).expect(201);
      await world
        .as('ta-x2:focal')
        .write('post', `${of(X2)}/submission`, { content: report(n + 1) })
        .expect(201);
      const { body } = await office.write('post', `${of(X2)}/receive`, {}).expect(201);
      const { revision } = body as { revision: number };
      const answers = await Promise.all([
        office.write('post', `${of(X2)}/accept`, { revision }),
        head.write('post', `${of(X2)}/return`, { revision, reason: 'thiếu' }),
      ]);
      const won = answers.filter(({ status }) => status === 201);
      const lost = answers.find(({ status }) => status !== 201)!;
      expect(won).toHaveLength(1);
      expect(lost.body).toMatchObject({ status: 409, current: { revision: revision + 1, state: won[0]!.body.state } });
      wins[won[0]!.body.command as 'accept' | 'return'] += 1;
      expect((await doc(X2)).revision).toBe(revision + 1);
    }
    expect(wins.accept + wins.return).toBe(ROUNDS);
  });
});
