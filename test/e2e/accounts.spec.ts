import { withServers } from '../support/servers.js';
import { obligationId } from '#libs/contracts';
import { openReport, plan } from './api-world.js';
import { accountsWorld, dismiss, PASSWORD, type AccountsWorld } from './accounts-world.js';

const CONTENT = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Đã xong ba công trình.' };
const NEW = 'ruộng bậc thang mùa nước đổ';

withServers('accounts', () => {
  let world: AccountsWorld;
  beforeAll(async () => (world = await accountsWorld()));
  afterAll(() => world?.close());

  it('begin with an invitation by mail, whose link works once', async () => {
    const invited = await world.as('ta:administrator').write('post', '/api/accounts/invitation', { person: 'p4' });
    expect(invited.body).toMatchObject({ person: 'p4', address: 'vp@ta.test', mail: { state: 'sent' } });
    const token = await world.tokenFor('vp@ta.test');
    const { body: mails } = await world.as('ta:administrator').get('/api/mails');
    expect(mails.items).toEqual([
      expect.objectContaining({ person: 'p4', state: 'sent', subject: 'Lời mời dùng Đôn Đốc', posts: [] }),
    ]);
    expect(JSON.stringify(mails)).not.toContain(token);
    expect(await world.store.accountLinks.countDocuments({ _id: token })).toBe(0); // only its hash is kept

    const browser = world.browser();
    const short = await browser.write('post', '/api/account/password', { token, password: 'ngắn quá' });
    expect(short.body).toMatchObject({ status: 400, code: 'password-short', errors: [{ field: 'password' }] });
    const common = await browser.write('post', '/api/account/password', { token, password: 'matkhaumatkhau123' });
    expect(common.body.code).toBe('password-common');
    const both = [0, 1].map(() =>
      world.browser().write('post', '/api/account/password', { token, password: PASSWORD }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await browser.write('post', '/api/account/password', { token, password: NEW })).body.code).toBe(
      'link-wrong',
    );

    const { body } = await browser.write('post', '/api/session', { address: ' VP@ta.test ', password: PASSWORD });
    expect(body).toMatchObject({ accounts: true, me: { person: 'p4', post: 'ta-office:focal' } });
    expect((await browser.get('/api/campaigns')).status).toBe(200);
    const kept = await world.store.accounts.findOne({ _id: 'p4' });
    expect(kept).toMatchObject({
      login: 'vp@ta.test',
      password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
    });
  });

  it('are for those who hold a post and have an address, and administrators alone invite', async () => {
    const invite = (as: string, person: string) => world.as(as).write('post', '/api/accounts/invitation', { person });
    expect((await invite('ta-office:focal', 'p3')).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await invite('ta:administrator', 'p7')).body).toMatchObject({ status: 409, code: 'person-no-post' });
    expect((await invite('ta:administrator', 'p1')).body).toMatchObject({ status: 409, code: 'person-no-address' });
    expect((await invite('ta:administrator', 'px')).body).toMatchObject({ status: 404, code: 'person-unknown' });
    expect((await world.as('ta-office:focal').get('/api/accounts')).status).toBe(403);
    const { body } = await world.as('ta:administrator').get('/api/accounts').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        person: 'p4',
        state: 'active',
        acts: [
          expect.objectContaining({ act: 'invited', by: 'ta:administrator' }),
          expect.objectContaining({ act: 'password-set', by: 'p4' }),
        ],
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('get a new password by mail, and the answer never tells who is known', async () => {
    const browser = world.browser(undefined, '198.51.100.20');
    const owner = world.browser();
    await owner.write('post', '/api/session', { address: 'vp@ta.test', password: PASSWORD }).expect(200);
    const sent = world.smtp.mails.length;
    const known = await browser.write('post', '/api/account/reset', { address: 'vp@ta.test' });
    const unknown = await browser.write('post', '/api/account/reset', { address: 'ai-do@ta.test' });
    expect([known.status, known.body]).toEqual([202, {}]);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    for (let n = 0; world.smtp.mails.length === sent && n < 100; n += 1) await new Promise((r) => setTimeout(r, 20));
    await world.store.signIns.findOne({}); // whatever the unknown one would send would be on its way
    expect(world.smtp.mails.slice(sent).flatMap(({ to }) => to)).toEqual(['vp@ta.test']);

    const token = await world.tokenFor('vp@ta.test');
    await browser.write('post', '/api/account/password', { token, password: NEW }).expect(200);
    expect((await browser.get('/api/campaigns')).status).toBe(200);
    expect((await owner.get('/api/campaigns')).body).toMatchObject({ status: 401, code: 'sign-in-ended' });
    const old = await world.browser().write('post', '/api/session', { address: 'vp@ta.test', password: PASSWORD });
    expect(old.body).toMatchObject({ status: 401, code: 'sign-in-wrong' });
  });

  it('change their password with the old one, which ends every other sign-in', async () => {
    const [here, there] = [world.browser(), world.browser()];
    for (const one of [here, there]) await one.write('post', '/api/session', { address: 'vp@ta.test', password: NEW });
    const wrong = await here.write('put', '/api/me/password', { old: PASSWORD, password: PASSWORD });
    expect(wrong.body).toMatchObject({ status: 400, code: 'password-old-wrong', errors: [{ field: 'old' }] });
    const before = (await here.get('/api/me/sign-ins')).body.items.find(({ own }: { own: boolean }) => own).id;
    await here.write('put', '/api/me/password', { old: NEW, password: PASSWORD }).expect(200);
    const after = (await here.get('/api/me/sign-ins')).body.items;
    expect(after).toHaveLength(1);
    expect(after[0].id).not.toBe(before);
    expect((await there.get('/api/me/sign-ins')).body.code).toBe('sign-in-ended');
  });

  it('lose everything at the next request: post ended, disabled, signed out by the administrator', async () => {
    const administrator = world.as('ta:administrator');
    const x1 = await world.settle('p5', 'x1@tb.test');
    expect((await x1.get('/api/campaigns')).status).toBe(200);
    await administrator
      .write('post', '/api/accounts/sign-out', { person: 'p5' })
      .expect(200, { person: 'p5', ended: 1 });
    expect((await x1.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    await x1.write('post', '/api/session', { address: 'x1@tb.test', password: PASSWORD }).expect(200);

    await dismiss(world.store, 'p5');
    expect((await x1.get('/api/campaigns')).body).toMatchObject({ status: 403, code: 'post-none' });
    expect((await x1.get('/api/session')).body.me).toMatchObject({ person: 'p5', post: null, posts: [] });

    await administrator
      .write('post', '/api/accounts/disabled', { person: 'p5' })
      .expect(200, { person: 'p5', ended: 1 });
    expect((await x1.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    const again = await x1.write('post', '/api/session', { address: 'x1@tb.test', password: PASSWORD });
    expect(again.body).toMatchObject({ status: 401, code: 'sign-in-wrong' });
  });

  it('act for one of several posts, and the record keeps person and post', async () => {
    const two = await world.settle('p3', 'hai-chuc@ta.test');
    expect((await two.get('/api/campaigns')).body).toMatchObject({ status: 403, code: 'post-choose' });
    expect((await two.get('/api/campaigns').set('x-acting-post', 'ta-x2:head')).status).toBe(200);
    expect((await two.get('/api/campaigns').set('x-acting-post', 'ta-x1:head')).body.code).toBe('post-not-yours');
    expect((await two.write('put', '/api/me/post', { post: 'ta:head' })).body.code).toBe('post-not-yours');
    expect((await two.write('put', '/api/me/post', { post: 'ta-x2:focal' })).body.me.post).toBe('ta-x2:focal');

    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    const id = obligationId('ta-2023', 'report-1', 'report', 'ta-x2');
    const submission = { content: CONTENT, revision: 0 };
    await two.write('post', `/api/obligations/${id}/submission`, submission).expect(201);
    await two
      .write('post', `/api/obligations/${id}/withdraw`, { reason: 'nhầm số liệu' })
      .set('x-acting-post', 'ta-x2:head')
      .expect(201);
    const { pending } = (await world.store.obligations.findOne({ _id: id }))!;
    expect(pending.map(({ type, actor }) => [type, actor])).toEqual([
      ['submitted', { post: 'ta-x2:focal', person: 'p3' }],
      ['withdrawn', { post: 'ta-x2:head', person: 'p3' }],
    ]);
  });
});
