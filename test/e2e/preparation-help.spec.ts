import { readFileSync } from 'node:fs';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { readDemoData } from '../../apps/cli/src/demo/demo-data.js';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import type { LoadView, OfferView, PreparationUnitsView, PreparationView } from '#libs/contracts/http/index.js';
import { withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';

withServers('what helps an officer to answer', () => {
  let api: ApiWorld;
  let officer: ReturnType<ApiWorld['as']>;
  let id: string;

  beforeAll(async () => {
    api = await apiWorld();
    await loadWorld(api.store, demoWorld(1));
    await api.clock.moveTo(new Date('2023-06-15T02:00:00Z'));
    officer = api.as('td-pnv:focal');
    const text = readFileSync(SEED, 'utf8');
    id = (await officer.write('post', '/api/preparations', { text, name: 'kế hoạch 003' }).expect(201)).body
      .preparation;
  });
  afterAll(() => api?.close());

  const at = (path = '') => `/api/preparations/${id}${path}`;
  const view = async (as = officer) => (await as.get(at()).expect(200)).body as PreparationView;

  it('tells where in the text every fact, question and defect stands', async () => {
    const { text, fields, questions, defects } = await view();
    const placed = [...fields, ...questions, ...defects].filter(({ offset }) => offset !== null);
    expect(placed.length).toBeGreaterThan(20);
    for (const { evidence, offset } of placed) expect(text!.startsWith(evidence!, offset!)).toBe(true);
    expect(fields.filter(({ origin }) => origin === 'read').every(({ offset }) => offset !== null)).toBe(true);
    expect(new Set(defects.map((one) => one.id)).size).toBe(defects.length);
  });

  it('tells each post what it may waive itself', async () => {
    const yours = async (post: string) =>
      (await view(api.as(post))).gate.items.filter((item) => item.yours).map(({ id: item }) => item);
    expect(await yours('td-pnv:focal')).toEqual([]); // the bodies are not said yet: nobody's rank is known
    await officer
      .write('patch', at('/answers'), { answers: { bodies: { launching: 'td', standing: 'td-pnv' } } })
      .expect(200);
    const focal = await yours('td-pnv:focal');
    const head = await yours('td-pnv:head');
    expect(focal).toContain('defect:duplicate_section_number@67');
    expect(focal).not.toContain('defect:blank_number@3');
    expect(head).toEqual(
      expect.arrayContaining([...focal.filter((one) => one.startsWith('defect:')), 'defect:blank_number@3']),
    );
    await officer.write('patch', at('/answers'), { answers: { bodies: null } }).expect(200);
  });

  it('offers bodies, participants and levels, of which nothing holds before it is said', async () => {
    const { known, offered } = (await officer.get(at('/offer')).expect(200)).body as OfferView;
    expect(offered.bodies).toEqual({ launching: 'td', standing: 'td-pnv', office: 'td-vp', chair: 'td:chair' });
    expect(offered.participants!.select).toEqual({
      kinds: expect.arrayContaining(['department', 'commune', 'township']) as never,
      exclude: ['td-pnv'],
    });
    expect([known.bodies, known.levels, known.end!.value]).toEqual([undefined, undefined, '2023-10-30']);
    expect((await view()).answers).toEqual({});
    expect((await officer.get(at('/load'))).body).toMatchObject({ status: 409, code: 'gate-open' });
  });

  it('lists the units with the posts that mail would not reach', async () => {
    await api.store.posts.updateOne({ _id: 'td-x03:focal' }, { $set: { mailbox: null } });
    const holder = await api.store.holders.findOne({ post: 'td-x03:focal' });
    await api.store.persons.updateOne({ _id: holder!.person }, { $set: { email: null } });
    const { root, units } = (await officer.get(at('/units')).expect(200)).body as PreparationUnitsView;
    expect(root.id).toBe('td');
    expect(units.filter(({ kind }) => kind === 'commune')).toHaveLength(12);
    expect(units.find((unit) => unit.id === 'td-x03')).toMatchObject({ parent: 'td', kindText: 'xã' });
    const faults = units.flatMap(({ posts }) => posts.filter(({ fault }) => fault !== null));
    expect(faults.map((post) => post.id)).toContain('td-x03:focal');
    expect(JSON.stringify(units)).not.toContain('@');
  });

  it('comes to a load by day and post once the offers and what only an officer knows are said', async () => {
    const said = readDemoData<PreparationAnswers>('answers', '003.yaml');
    const { start, confirmed, targets, route } = said;
    await officer.write('patch', at('/answers'), { answers: { start, confirmed, targets, route } }).expect(200);
    const { offered } = (await officer.get(at('/offer')).expect(200)).body as OfferView;
    const { start: _, ...rest } = offered;
    await officer.write('patch', at('/answers'), { answers: rest }).expect(200);
    const steps = offered.steps!.map((step) =>
      step.council ? { ...step, council: { ...step.council, answer: councilAnswer(said) } } : step,
    );
    await officer.write('patch', at('/answers'), { answers: { steps } }).expect(200);
    const { gate } = await view();
    expect(gate.items.filter(({ kind }) => ['unanswered', 'answer', 'plan'].includes(kind))).toEqual([]);
    const load = (await officer.get(at('/load')).expect(200)).body as LoadView;
    const picked = await officer.write('post', '/api/planning/units', {
      ...{ under: 'td', on: '2023-06-15', select: offered.participants!.select },
    });
    expect(load.participants).toBe(picked.body.count);
    expect(load.firstMail!.letters).toBeGreaterThan(0);
    expect(load.days.map(({ day }) => day)).toEqual(load.days.map(({ day }) => day).sort());
    expect(load.posts[0]!.title.length).toBeGreaterThan(3);
  });

  it('is for the officers of the bodies only', async () => {
    for (const path of ['/units', '/offer', '/load']) {
      expect([path, (await api.as('sl-snv:focal').get(at(path))).status]).toEqual([path, 403]);
      expect([path, (await api.as(null).get(at(path))).status]).toEqual([path, 401]);
    }
  });
});

const councilAnswer = ({ steps }: PreparationAnswers) =>
  steps!.find(({ kind }) => kind === 'council')!.council!.answer!;
