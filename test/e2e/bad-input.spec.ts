import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

const CONTENT = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Đã xong ba công trình.' };
const SUBMIT = `/api/obligations/${X1}/submission`;

withServers('bad input changes nothing', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  let before: unknown;
  const everything = async () => {
    const { obligations, journal, rows, headers, campaigns, drafts, submissions } = world.store;
    return Promise.all(
      [obligations, journal, rows, headers, campaigns, drafts, submissions].map((one) =>
        (one as never as typeof obligations).find({}).sort({ _id: 1 }).toArray(),
      ),
    );
  };
  beforeEach(async () => (before = await everything()));
  const unchanged = async () => expect(await everything()).toEqual(before);

  const isProblem = (
    response: { headers: Record<string, string>; body: Record<string, unknown> },
    status: number,
    code: string,
  ) => {
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body).toMatchObject({
      status,
      code,
      type: `urn:dondoc:problem:${code}`,
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.any(String),
    });
  };
  const fields = (response: { body: { errors?: { field: string }[] } }) =>
    response.body.errors?.map(({ field }) => field);

  it('names the field that is missing, wrong or unknown', async () => {
    for (const [body, field] of [
      [{}, 'content'],
      [
        { content: { narrative: 'x', figures: [{ target: 'T1', value: '3', status: 'final' }] } },
        'content.figures.0.value',
      ],
      [{ content: { ...CONTENT, extra: 1 } }, 'content.extra'],
      [{ content: CONTENT, extra: 1 }, 'extra'],
      [{ content: { narrative: { $gt: '' } } }, 'content.narrative'],
      [{ content: CONTENT, revision: { $gt: 0 } }, 'revision'],
      [{ content: { ...CONTENT, figures: [{ target: 'T9', value: 1, status: 'final' }] } }, 'content.figures.0.target'],
      [{ content: { ...CONTENT, figures: [...CONTENT.figures, ...CONTENT.figures] } }, 'content.figures.1.target'],
      [
        { content: { ...CONTENT, figures: [{ target: 'T1', value: 1, numerator: 1, status: 'final' }] } },
        'content.figures.0.denominator',
      ],
      [{ content: { figures: [], narrative: '', nil: { reason: '' } } }, 'content.nil.reason'],
    ] as const) {
      const response = await focal.write('post', SUBMIT, body);
      isProblem(response, 400, 'bad-input');
      expect(fields(response)).toContain(field);
    }
    await unchanged();
  });

  it('says in Vietnamese what is wrong with a field', async () => {
    const { body } = await focal.write('post', SUBMIT, { content: { figures: [], narrative: 5 } });
    expect(body.errors).toEqual([{ field: 'content.narrative', message: 'phải là chữ' }]);
    const day = await focal.write('post', `/api/obligations/${X1}/extension-request`, {
      proposedDay: '2023-02-30',
      reason: 'bão',
    });
    expect(day.body.errors).toEqual([{ field: 'proposedDay', message: 'phải là ngày có thật dạng YYYY-MM-DD' }]);
    const none = await focal.write('post', `/api/obligations/${X1}/withdraw`, {});
    expect(none.body.errors).toEqual([{ field: 'reason', message: 'bắt buộc phải có' }]);
    await unchanged();
  });

  it('wants an idempotency key on every write', async () => {
    for (const key of ['', 'short', 'x'.repeat(201), 'có dấu ạ']) {
      const test = focal.write('post', SUBMIT, { content: CONTENT }, 'placeholder-key');
      if (key === '') test.unset('idempotency-key');
      else test.set('idempotency-key', Buffer.from(key).toString('latin1'));
      const response = await test;
      isProblem(response, 400, 'key-missing');
      expect(fields(response)).toEqual(['Idempotency-Key']);
    }
    await unchanged();
  });

  it('refuses broken, foreign and huge bodies', async () => {
    const broken = await focal.write('post', SUBMIT, {}).set('content-type', 'application/json').send('{"content":');
    isProblem(broken, 400, 'bad-json');
    const huge = await focal.write('post', SUBMIT, { content: { ...CONTENT, narrative: 'x'.repeat(1_100_000) } });
    isProblem(huge, 413, 'too-large');
    const form = await focal.write('post', SUBMIT, {}).set('content-type', 'text/plain').send('content=1');
    expect(form.status).toBe(400);
    const tag = await focal.write('post', SUBMIT, { content: CONTENT }).set('if-match', 'W/"abc"');
    isProblem(tag, 400, 'bad-input');
    await unchanged();
  });

  it('refuses unknown query fields, operators and cursors', async () => {
    for (const [query, field] of [
      ['?state[$gt]=', 'state[$gt]'],
      ['?unit=a&unit=b', 'unit'],
      ['?limit=0', 'limit'],
      ['?after=%24', 'after'],
      ['?colour=red', 'colour'],
    ]) {
      const response = await focal.get(`/api/obligations${query}`);
      isProblem(response, 400, 'bad-input');
      expect(fields(response)).toContain(field);
    }
  });

  it('knows nobody without sign-in, and no post that is not there', async () => {
    const nobody = await world.as(null).get('/api/campaigns');
    isProblem(nobody, 401, 'sign-in-required');
    expect(nobody.headers['www-authenticate']).toBe('Bearer');
    isProblem(await world.as('ta-x9:focal').get('/api/campaigns'), 401, 'sign-in-unknown');
    isProblem(await world.as(null).write('post', SUBMIT, { content: CONTENT }), 401, 'sign-in-required');
    await unchanged();
  });

  it('answers 404 for what is not there', async () => {
    isProblem(
      await focal.write('post', '/api/obligations/ta-2023.none/submission', { content: CONTENT }),
      404,
      'not-found',
    );
    isProblem(await focal.get('/api/campaigns/none'), 404, 'not-found');
    isProblem(await focal.get('/api/nothing'), 404, 'no-such-route');
    await unchanged();
  });

  it('answers an illegal step with the reason in Vietnamese and the current state', async () => {
    const response = await world.as('ta-office:focal').write('post', `/api/obligations/${X1}/accept`, {});
    isProblem(response, 409, 'illegal-step');
    expect(response.body.detail).toBe('Không thể duyệt khi đang ở trạng thái “đang mở”.');
    expect(response.body.current).toMatchObject({ revision: 0, state: 'open' });
    const missing = await focal.write('post', SUBMIT, { content: { narrative: 'thiếu số' } });
    isProblem(missing, 409, 'figures-missing');
    await unchanged();
  });

  it('answers a stale revision with the current one', async () => {
    const header = await focal.write('post', SUBMIT, { content: CONTENT }).set('if-match', '"7"');
    isProblem(header, 409, 'stale-revision');
    expect(header.body.current).toMatchObject({ revision: 0 });
    expect(header.body.detail).toContain('bạn thấy bản 7, hiện là bản 0');
    isProblem(await focal.write('post', SUBMIT, { content: CONTENT, revision: 7 }), 409, 'stale-revision');
    isProblem(
      await focal.write('post', SUBMIT, { content: CONTENT, revision: 7 }).set('if-match', '"6"'),
      400,
      'bad-input',
    );
    await unchanged();
  });

  it('refuses a plan that names nobody, a taken code and a reused key', async () => {
    const office = world.as('ta-office:focal');
    const stray = await office.write('post', '/api/campaigns', { ...plan, code: 'ta-x', chairPost: 'ta:nobody' });
    isProblem(stray, 400, 'plan-refused');
    expect(stray.body.errors[0].message).toContain('ta:nobody');
    const wrong = await office.write('post', '/api/campaigns', { ...plan, start: 'mai', surprise: true });
    expect(fields(wrong)).toEqual(expect.arrayContaining(['start', 'surprise']));
    isProblem(await office.write('post', '/api/campaigns', { ...plan, name: 'Tên khác' }), 409, 'code-taken');
    await unchanged();
  });

  it('answers in English when asked to', async () => {
    const { body } = await world
      .as('ta-office:focal')
      .write('post', `/api/obligations/${X1}/accept`, {})
      .set('accept-language', 'en');
    expect(body).toMatchObject({ title: 'Not possible now', detail: 'Cannot accept in state “open”.' });
  });

  it('leaves the sheet readable and untouched', async () => {
    const { body } = await world.as('ta-office:focal').get(`/api/rounds/${ROUND}/sheet`).expect(200);
    expect(body).toMatchObject({
      round: { id: ROUND, expected: 2 },
      header: { open: 2, onTime: 0 },
      rows: [{ unit: 'ta-x1', state: 'open' }, { unit: 'ta-x2' }],
    });
  });
});
