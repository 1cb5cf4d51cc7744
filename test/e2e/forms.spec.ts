import { contentHash } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const OF_X1 = `/api/obligations/${X1}`;
const VALUE = 'figures.T1.final.value';

interface Draft {
  hash: string;
  revision: number;
  editors: { post: string; path: string }[];
  fields: Record<string, Record<string, unknown>>;
}

withServers('filling in a report', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let head: ReturnType<ApiWorld['as']>;
  let form: string;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    head = world.as('ta-x1:head');
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  const save = (who: typeof focal, changes: object[], key?: string) =>
    who.write('patch', `${OF_X1}/draft`, { form, changes }, key);
  const draft = async () => (await focal.get(`${OF_X1}/form`).expect(200)).body.draft as Draft;

  it('shows the form of the unit: its cells, what was assigned, the usual sections, an empty draft', async () => {
    const { body } = await focal.get(`${OF_X1}/form`).expect(200);
    form = body.version;
    expect(body).toMatchObject({
      obligation: X1,
      column: 'final',
      cells: [{ target: 'T1', input: 'count', assigned: 10, pledged: null, last: { final: null, estimated: null } }],
      draft: { revision: 0, fields: {}, editors: [] },
    });
    expect(body.sections.map(({ id }: { id: string }) => id)).toContain('difficulties');
    const { obligation: _o, version, column: _c, draft: _d, cells, ...rest } = body;
    const asked = cells.map(
      ({ assigned: _a, group: _g, pledged: _p, stretch: _s, last: _l, ...cell }: object & Record<string, unknown>) =>
        cell,
    );
    expect(contentHash({ ...rest, cells: asked })).toBe(version);
  });

  it('saves field by field; two people side by side, and both values where they meet', async () => {
    const first = await save(focal, [{ path: VALUE, seen: 0, value: '3' }], 'field-key-1').expect(200);
    expect(first.body).toMatchObject({ revision: 1, fields: { [VALUE]: 1 } });
    expect((await save(focal, [{ path: VALUE, seen: 0, value: '3' }], 'field-key-1')).body).toEqual(first.body);
    expect((await save(focal, [{ path: VALUE, seen: 0, value: '4' }], 'field-key-1')).body).toMatchObject({
      status: 422,
    });
    await save(head, [{ path: 'sections.results', seen: 0, value: 'Xong ba công trình.' }]).expect(200);
    const clash = await save(head, [
      { path: VALUE, seen: 0, value: '5' },
      { path: 'sections.results', seen: 1, value: 'Xong năm công trình.' },
    ]);
    expect(clash.body).toMatchObject({
      status: 409,
      code: 'draft-conflict',
      current: { fields: { [VALUE]: { value: '3', by: 'ta-x1:focal', revision: 1 } } },
      yours: { [VALUE]: { value: '5', seen: 0 } },
    });
    const { fields, editors, revision } = await draft();
    expect(revision).toBe(2);
    expect(fields['sections.results']).toMatchObject({ value: 'Xong ba công trình.', revision: 1 });
    expect(editors.map(({ post, path }: { post: string; path: string }) => [post, path]).sort()).toEqual([
      ['ta-x1:focal', VALUE],
      ['ta-x1:head', 'sections.results'],
    ]);
  });

  it('refuses fields that the form has not, another form, strangers; and keeps what was typed though it is no number', async () => {
    const strange = await save(focal, [{ path: 'figures.T9.final.value', seen: 0, value: 1 }]);
    expect(strange.body).toMatchObject({ status: 400, errors: [{ field: 'figures.T9.final.value' }] });
    const other = await focal.write('patch', `${OF_X1}/draft`, {
      form: '0'.repeat(64),
      changes: [{ path: VALUE, seen: 1, value: 1 }],
    });
    expect(other.body).toMatchObject({ status: 409, code: 'form-changed' });
    expect((await save(world.as('ta-office:focal'), [{ path: VALUE, seen: 1, value: 1 }])).status).toBe(403);
    expect((await save(world.as('tb-x1:focal'), [{ path: VALUE, seen: 1, value: 1 }])).status).toBe(403);
    await save(focal, [{ path: VALUE, seen: 1, value: 'ba' }]).expect(200);
    const { body } = await focal.get(`${OF_X1}/form/check`).expect(200);
    expect(body).toMatchObject({ ready: false, faults: [{ field: VALUE, code: 'fault.not-a-number', kind: 'block' }] });
    const refused = await focal.write('post', `${OF_X1}/submission`, { draft: (await draft()).hash });
    expect(refused.body).toMatchObject({ status: 400, code: 'report-faulty', errors: [{ field: VALUE }] });
  });

  it('reads a pasted range, bad cells first, and writes nothing by itself', async () => {
    const at = { target: 'T1', part: 'value', status: 'final' };
    const paste = (text: string) => focal.write('post', `${OF_X1}/draft/paste`, { form, at, text }).expect(200);
    expect((await paste('1,2,3')).body).toMatchObject({
      changes: [],
      faults: [{ cell: 'R1C1', code: 'fault.not-a-number', path: VALUE }],
    });
    expect((await paste('4')).body).toMatchObject({
      faults: [],
      changes: [{ path: VALUE, value: 4, current: { value: 'ba', revision: 2 } }],
    });
    expect((await draft()).fields[VALUE]!.value).toBe('ba');
  });

  it('hands in exactly the draft that was seen', async () => {
    const seen = (await draft()).hash;
    await save(head, [{ path: VALUE, seen: 2, value: 4 }]).expect(200);
    const stale = await focal.write('post', `${OF_X1}/submission`, { draft: seen });
    expect(stale.body).toMatchObject({ status: 409, code: 'draft-changed' });
    expect((await focal.get(`${OF_X1}/form/check`)).body).toMatchObject({ ready: true, faults: [], unconfirmed: [] });
    const { hash } = await draft();
    const both = await focal.write('post', `${OF_X1}/submission`, { draft: hash, content: {} });
    expect(both.body.errors).toEqual([{ field: 'content', message: expect.stringContaining('chỉ một trong hai') }]);
    const receipt = await focal.write('post', `${OF_X1}/submission`, { draft: hash }, 'submit-draft-1').expect(201);
    expect((await focal.write('post', `${OF_X1}/submission`, { draft: hash }, 'submit-draft-1')).body).toEqual(
      receipt.body,
    );
    const { body } = await focal.get(OF_X1);
    expect(body.submission.content).toMatchObject({
      form,
      figures: [{ target: 'T1', value: 4, status: 'final' }],
      sections: { results: 'Xong ba công trình.' },
    });
    expect(await world.store.forms.findOne({ _id: form })).toMatchObject({ form: { step: 'report-1' } });
    const closed = await save(focal, [{ path: VALUE, seen: 3, value: 5 }]);
    expect(closed.body).toMatchObject({ status: 409, code: 'illegal-step' });
  });

  it('judges what comes through the other door by the same rules, all at once', async () => {
    const X2 = X1.replace('ta-x1', 'ta-x2');
    const second = world.as('ta-x2:focal');
    const submit = (figure: object, rest: object = {}) =>
      second.write('post', `/api/obligations/${X2}/submission`, {
        content: { narrative: '', figures: [{ target: 'T1', status: 'final', ...figure }], ...rest },
      });
    expect((await submit({ value: -2.5 }, { sections: { gone: 'x' } })).body).toMatchObject({
      status: 400,
      errors: [
        { field: 'figures.T1.value', code: 'fault.whole-number' },
        { field: 'figures.T1.value', code: 'fault.negative' },
        { field: 'sections.gone', code: 'fault.no-such-section' },
      ],
    });
    expect((await submit({ value: null })).body).toMatchObject({ status: 400, errors: [{ code: 'fault.no-reason' }] });
    expect((await submit({ value: 0 })).body).toMatchObject({
      status: 409,
      code: 'report-unexplained',
      errors: [{ kind: 'explain' }],
    });
    await submit({ value: 0 }, { explanation: 'Mưa lũ, chưa khởi công.' }).expect(201);
  });
});
