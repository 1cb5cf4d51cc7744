import type request from 'supertest';
import { CovenantCommands, settleCovenant } from '#libs/commands';
import { obligationId, roundId } from '#libs/contracts';
import type { CampaignPlan, StepSpec } from '#libs/domain';
import { extractText, type Extracted } from '#libs/documents';
import { saveOrganisation, type CovenantDoc, type ObligationDoc } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openStep, plan, type ApiWorld } from './api-world.js';

const CODE = plan.code;
const { duties } = plan.steps[0]!;
const covenantStep = (id: string, jointly: 'cluster' | 'superior'): StepSpec => ({
  ...{ id, kind: 'covenant', title: 'Ký giao ước thi đua', opens: '2023-09-04', after: [] },
  duties: [{ ...duties[0]!, kind: 'covenant', due: { kind: 'by', date: '2023-09-15' }, ladder: 'pledge', jointly }],
});
const cluster = covenantStep('cluster', 'cluster');
const pairs = covenantStep('pairs', 'superior');
const campaign: CampaignPlan = { ...plan, steps: [cluster, pairs, ...plan.steps] };
const TOGETHER = roundId(CODE, 'cluster', 'commune-covenant', 'ta-office');
const PAIR = roundId(CODE, 'pairs', 'commune-covenant', 'ta-x1');
const owedBy = (unit: string) => obligationId(CODE, 'cluster', 'covenant', unit);
const at = (id: string, path = '') => `/api/covenants/${id}${path}`;
const text = (value: number, seen = 0) => ({
  seen,
  text: 'Hai xã cam kết thi đua.',
  pledges: ['ta-x1', 'ta-x2'].map((unit) => ({ unit, target: 'T1', value })),
});
const ROUNDS = 200;
const bytes = (test: request.Test): request.Test =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

jest.setTimeout(240_000);

withServers('giao ước thi đua', () => {
  let world: ApiWorld;
  const as = (post: string) => world.as(post);
  const owed = async (id: string): Promise<ObligationDoc> => (await world.store.obligations.findOne({ _id: id }))!;
  const covenant = async (id: string): Promise<CovenantDoc> => (await world.store.covenants.findOne({ _id: id }))!;
  const sign = (unit: string, hash: string, id = TOGETHER) =>
    as(`${unit}:head`).write('post', at(id, '/signature'), { hash });
  let hash: string;

  beforeAll(async () => {
    world = await apiWorld();
    const holder = (post: string, person: string) => ({ _id: person, post, person, from: '2010-01-01', to: null });
    const heads = ['ta-x1', 'ta-x2'].map((unit) => holder(`${unit}:head`, `head-${unit}`));
    const persons = heads.map(({ person }) => ({ _id: person, name: person, email: null, phone: null }));
    await saveOrganisation(world.store, { ...{ units: [], edges: [], posts: [] }, persons, holders: heads });
    await as('ta-office:focal').write('post', '/api/campaigns', campaign).expect(201);
    await as('ta-office:focal').write('post', `/api/campaigns/${CODE}/launch`, {}).expect(201);
    await openStep(world, campaign, cluster, new Date('2023-09-04T00:00:00Z'));
    await openStep(world, campaign, pairs, new Date('2023-09-04T00:00:00Z'));
  });
  afterAll(() => world?.close());

  it('of a cluster is one document; each signatory owes its signature by a clock of its own', async () => {
    const { body } = await as('ta-x1:focal').get(at(TOGETHER)).expect(200);
    expect(body).toMatchObject({
      ...{ state: 'unwritten', version: 0, hash: null, print: null },
      signatories: [
        { unit: 'ta-x1', obligation: owedBy('ta-x1'), state: 'open', signed: false, dueAt: '2023-09-15T16:59:59.999Z' },
        { unit: 'ta-x2', obligation: owedBy('ta-x2'), state: 'open', signed: false },
      ],
    });
    expect((await owed(owedBy('ta-x2'))).clock).toMatchObject({ phase: 'submission', ladder: 'pledge' });
    // what the next text begins from, and what may be done with it: nothing to sign yet
    expect(body).toMatchObject({
      ...{ campaignName: 'Phong trào mẫu', may: ['propose'], targets: [{ id: 'T1', name: 'Số công trình' }] },
      signers: [{ post: 'ta-x1:head', title: 'head ta-x1', name: 'head-ta-x1' }],
    });
    expect(body.signatories[0].asked).toEqual([{ target: 'T1', assigned: 10 }]);
    await as('tb-x1:focal').get(at(TOGETHER)).expect(403);
    await as('ta-x1:focal').get(at('no.such.covenant.there')).expect(404);
    const alone = { content: { signedBy: 'ta-x1:head', pledges: [] } };
    const door = await as('ta-x1:focal').write('post', `/api/obligations/${owedBy('ta-x1')}/submission`, alone);
    expect(door.body).toMatchObject({ status: 409, code: 'covenant-signed-together' });
  });

  it('is written by a party or its collector, with what each was assigned beside what it pledges', async () => {
    await as('tb:focal').write('post', at(TOGETHER, '/versions'), text(10)).expect(403);
    const stray = { ...text(10), pledges: [{ unit: 'ta-x1', target: 'T9', value: 1 }] };
    expect((await as('ta-x1:focal').write('post', at(TOGETHER, '/versions'), stray)).body).toMatchObject({
      code: 'covenant-target',
    });
    const first = await as('ta-office:focal')
      .write('post', at(TOGETHER, '/versions'), text(10), 'write-first')
      .expect(201);
    expect(first.body).toMatchObject({ state: 'signing', version: 1, missing: ['ta-x1', 'ta-x2'] });
    const same = await as('ta-office:focal').write('post', at(TOGETHER, '/versions'), text(10), 'write-first');
    expect(same.body).toEqual(first.body);
    hash = first.body.hash;
    expect((await as('ta-x1:focal').write('post', at(TOGETHER, '/versions'), text(12))).body).toMatchObject({
      ...{ status: 409, code: 'covenant-changed' },
    });
    const { body } = await as('ta-x2:focal').get(at(TOGETHER));
    expect(body.versions[0].content.parties).toEqual(
      ['ta-x1', 'ta-x2'].map((unit) => ({ unit, pledges: [{ target: 'T1', assigned: 10, value: 10 }] })),
    );
  });

  it('is signed by each head once; who declines says why; the collector signs for nobody', async () => {
    await as('ta-office:head').write('post', at(TOGETHER, '/signature'), { hash }).expect(403);
    expect((await as('ta-x1:focal').write('post', at(TOGETHER, '/signature'), { hash })).body).toMatchObject({
      code: 'covenant-head-signs',
    });
    expect((await sign('ta-x1', 'a'.repeat(64))).body).toMatchObject({ status: 409, code: 'covenant-other-text' });
    const may = async (post: string) => (await as(post).get(at(TOGETHER))).body.may as string[];
    expect(await may('ta-x1:head')).toEqual(['propose', 'sign', 'decline', 'paper']);
    expect(await may('ta-x1:focal')).toEqual(['propose', 'decline', 'paper']);
    expect(await may('ta-office:head')).toEqual(['propose']);
    expect(await may('ta:administrator')).toEqual([]);
    const waiting = await as('ta-x2:head').get('/api/covenants');
    expect(waiting.body.items[0]).toMatchObject({
      ...{ id: TOGETHER, campaignName: 'Phong trào mẫu', parties: 2, signed: 0 },
      mine: { obligation: owedBy('ta-x2'), waits: true, signed: false, workingDaysLeft: expect.any(Number) },
    });
    const no = { hash, reason: 'Chỉ tiêu chưa sát.' };
    await as('ta-x2:head').write('post', at(TOGETHER, '/refusal'), no).expect(201);
    const signed = await sign('ta-x1', hash).expect(201);
    expect(signed.body).toMatchObject({ command: 'sign', state: 'signing', missing: ['ta-x2'] });
    expect((await sign('ta-x1', hash)).body).toMatchObject({ status: 409, code: 'covenant-signed-already' });
    expect(await owed(owedBy('ta-x1'))).toMatchObject({ state: 'done', onTime: true, settled: true });
    expect(await owed(owedBy('ta-x2'))).toMatchObject({ state: 'open', settled: false });
    expect(await may('ta-x1:head')).toEqual(['propose']);
    const { body } = await as('ta-x1:focal').get(at(TOGETHER));
    expect(body.versions[0]).toMatchObject({
      ...{
        writer: 'focal ta-office',
        completedAt: null,
        signatures: [
          { unit: 'ta-x1', post: 'ta-x1:head', person: 'head-ta-x1', hash, signer: 'head-ta-x1, head ta-x1' },
        ],
      },
      declined: [{ unit: 'ta-x2', reason: 'Chỉ tiêu chưa sát.' }],
    });
  });

  it('another text asks for every signature again, under a clock; the old text and its signature stay', async () => {
    const second = await as('ta-x2:head').write('post', at(TOGETHER, '/versions'), text(11, 1)).expect(201);
    expect(second.body).toMatchObject({ version: 2, missing: ['ta-x1', 'ta-x2'] });
    expect(await owed(owedBy('ta-x1'))).toMatchObject({
      ...{ state: 'returned', settled: false, returns: 0, onTime: true },
      clock: { phase: 'resubmission', ladder: 'return' },
    });
    expect((await sign('ta-x1', hash)).body).toMatchObject({ code: 'covenant-other-text' });
    hash = second.body.hash;
    await sign('ta-x1', hash).expect(201);
    // on paper: an officer hands in the scan of what the head has signed, bound to the printed hash
    const scan = { sha256: 'b'.repeat(64), name: 'giao-uoc-da-ky.pdf', bytes: 120_000 };
    const paper = (signedBy: string) =>
      as('ta-x2:focal').write('post', at(TOGETHER, '/signature'), { hash, signedBy, scan });
    expect((await paper('ta-x2:focal')).body).toMatchObject({ code: 'covenant-head-signs' });
    const last = await paper('ta-x2:head').expect(201);
    expect(last.body).toMatchObject({ state: 'complete', missing: [] });
    const { body } = await as('ta-office:focal').get(at(TOGETHER));
    expect(body).toMatchObject({
      state: 'complete',
      versions: [
        { n: 1, completedAt: null, signatures: [{ unit: 'ta-x1' }] },
        {
          ...{ n: 2, ground: 'changed', completedAt: expect.any(String) },
          changes: [{ path: 'ta-x1.T1', was: { value: 10 }, now: { value: 11 } }, { path: 'ta-x2.T1' }],
          signatures: [
            { unit: 'ta-x1', post: 'ta-x1:head' },
            { unit: 'ta-x2', person: 'head-ta-x2', scan, enteredBy: { post: 'ta-x2:focal' } },
          ],
        },
      ],
    });
    const pledges = await as('ta-office:focal').get(`/api/campaigns/${CODE}/pledges`);
    expect(pledges.body.items[0]).toMatchObject({
      unit: 'ta-x1',
      pledged: { value: 11, kind: 'covenant' },
      stretch: { percent: 10 },
    });
  });

  it('is printed with the hash that is signed', async () => {
    for (const format of ['pdf', 'docx']) {
      const file = await bytes(as('ta-x1:focal').get(at(TOGETHER, `/document.${format}`))).expect(200);
      const { text: words } = (await extractText({ name: 'a', bytes: file.body as Buffer })) as Extracted;
      expect(words.replace(/\s/g, '')).toContain(hash);
      expect(words).toContain('Hai xã cam kết thi đua.');
      expect(words).toContain('head ta-x2');
    }
    await as('tb:focal').get(at(TOGETHER, '/document.pdf')).expect(403);
    await as('ta-x1:focal').get(at(PAIR, '/document.pdf')).expect(404);
  });

  it('of a unit with its superior is complete when both have signed; the superior owes by a clock too', async () => {
    const upper = obligationId(CODE, 'pairs', 'covenant', 'ta-office', 'ta-x1');
    expect(await owed(upper)).toMatchObject({
      covenant: PAIR,
      answeringUnit: 'ta-office',
      receiver: 'ta',
      targets: [],
    });
    const list = await as('ta-office:focal').get(`/api/covenants?campaign=${CODE}`).expect(200);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([
      TOGETHER,
      PAIR,
      roundId(CODE, 'pairs', 'commune-covenant', 'ta-x2'),
    ]);
    const own = { seen: 0, text: 'Ký với cấp trên.', pledges: [{ unit: 'ta-x1', target: 'T1', value: 10.65 }] };
    const first = await as('ta-x1:focal').write('post', at(PAIR, '/versions'), own).expect(201);
    await sign('ta-x1', first.body.hash, PAIR).expect(201);
    const both = await sign('ta-office', first.body.hash, PAIR).expect(201);
    expect(both.body).toMatchObject({ state: 'complete', missing: [] });
    expect(await owed(upper)).toMatchObject({ state: 'done', onTime: true });
  });

  it('what was cut between the signature and its obligation is brought up by whoever looks next', async () => {
    const id = roundId(CODE, 'pairs', 'commune-covenant', 'ta-x2');
    const own = { seen: 0, text: 'Ký với cấp trên.', pledges: [] };
    const { body } = await as('ta-x2:focal').write('post', at(id, '/versions'), own).expect(201);
    const mine = obligationId(CODE, 'pairs', 'covenant', 'ta-x2');
    const before = await owed(mine);
    await sign('ta-x2', body.hash, id).expect(201);
    await world.store.obligations.replaceOne({ _id: mine }, before);
    await settleCovenant(world.store, id);
    expect(await owed(mine)).toMatchObject({ state: 'done', submittedAt: (await covenant(id)).signatures[0]!.at });
    const { version } = await owed(mine);
    await settleCovenant(world.store, id);
    expect((await owed(mine)).version).toBe(version);
  });

  it('has a new text to sign when a target of it is amended: the levels shown, what was pledged left as it is', async () => {
    const order = {
      ...{ target: 'T1', value: 12, reason: 'Huyện điều chỉnh.' },
      document: { number: '15/NQ-HĐND', date: '2023-09-03' },
    };
    await as('ta-office:head').write('post', `/api/campaigns/${CODE}/target-amendments`, order).expect(201);
    const { body } = await as('ta-x1:focal').get(at(TOGETHER));
    expect(body).toMatchObject({ state: 'signing', version: 3, signatories: [{ signed: false }, { signed: false }] });
    expect(body.versions[2]).toMatchObject({
      ground: 'target_amended',
      by: { post: null, person: null },
      changes: ['ta-x1', 'ta-x2'].map((unit) => ({
        ...{ path: `${unit}.T1`, was: { assigned: 10, value: 11 }, now: { assigned: 12, value: 11 } },
      })),
      signatures: [],
    });
    expect(body.versions[1]).toMatchObject({ completedAt: expect.any(String), signatures: [{}, {}] });
    for (const unit of ['ta-x1', 'ta-x2']) expect(await owed(owedBy(unit))).toMatchObject({ state: 'returned' });
    expect((await covenant(PAIR)).versions.map(({ ground }) => ground)).toEqual(['first', 'target_amended']);
  });

  it(`two sign at once, ${ROUNDS} times: both count, and the last signature completes exactly once`, async () => {
    const commands = world.app.get(CovenantCommands);
    const actor = (unit: string) => ({ unit, post: `${unit}:head`, person: `head-${unit}`, role: 'head' });
    const before = (await covenant(TOGETHER)).versions.length;
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = before + round;
      const proposed = await commands.propose(actor('ta-x1'), TOGETHER, text(12 + round, seen), {
        key: `race-write-${round}`,
      });
      if (!proposed.ok) throw new Error(proposed.reason);
      const { hash: signedHash } = proposed.receipt;
      const outcomes = await Promise.all(
        ['ta-x1', 'ta-x2', 'ta-x1'].map((unit, n) =>
          commands.sign(actor(unit), TOGETHER, { hash: signedHash }, { key: `race-sign-${round}-${n}` }),
        ),
      );
      const won = outcomes.filter(({ ok }) => ok);
      expect(won).toHaveLength(2);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'covenant-signed-already' });
      const now = await covenant(TOGETHER);
      const version = now.versions.at(-1)!;
      expect(now.state).toBe('complete');
      expect(now.signatures.filter((one) => one.version === version.n)).toHaveLength(2);
      const completed = now.pending.filter(
        ({ type, data }) => type === 'covenant_completed' && data.version === version.n,
      );
      expect(completed).toHaveLength(1);
      // as the relay does: its events are carried off
      await world.store.covenants.updateOne({ _id: TOGETHER }, { $set: { pending: [], hasPending: false } });
    }
    for (const unit of ['ta-x1', 'ta-x2'])
      expect(await owed(owedBy(unit))).toMatchObject({ state: 'done', attempt: expect.any(Number) });
    expect((await covenant(TOGETHER)).versions).toHaveLength(before + ROUNDS);
  });
});
