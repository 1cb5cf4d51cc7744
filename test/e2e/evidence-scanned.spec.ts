import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { clamd, scanDue } from '#libs/evidence';
import { gridFiles } from '#libs/store';
import { pdf, sha256 } from '../fixtures/files.js';
import { scriptedClamd } from '../support/scripted-clamd.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';
import { tusClient } from './tus-client.js';

type Server = Parameters<typeof request>[0];

const X2 = X1.replace('ta-x1', 'ta-x2');
const of = (id: string, rest = ''): string => `/api/obligations/${id}/evidence${rest}`;

jest.setTimeout(240_000);

withServers('evidence where files are scanned', () => {
  let world: ApiWorld;
  let scanner: Awaited<ReturnType<typeof scriptedClamd>>;
  let answer: string | null = 'stream: OK';
  beforeAll(async () => {
    scanner = await scriptedClamd((bytes) => (bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : answer));
    world = await apiWorld({ EVIDENCE_CLAMD: scanner.address });
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(async () => {
    await world?.close();
    await scanner?.close();
  });

  it('a file waits, then is shown or never; an infected one keeps the report from being handed in until it is taken out', async () => {
    const focal = world.as('ta-x1:focal');
    const tus = tusClient(world.app.getHttpServer(), 'ta-x1:focal');
    const scan = () => scanDue(world.store, gridFiles(world.store), clamd(scanner.address));
    const [good, bad] = [pdf(300_000), Buffer.concat([pdf(500), Buffer.from('EICAR')])];
    await tus.whole(X1, good, { path: 'figures.T1', name: 'lành.pdf' });
    await tus.whole(X1, bad, { path: 'figures.T1', name: 'độc.pdf' });
    const states = async () =>
      Object.fromEntries(
        (await focal.get(of(X1))).body.items.map((one: { name: string; scan: string }) => [one.name, one.scan]),
      );
    expect(await states()).toEqual({ 'lành.pdf': 'pending', 'độc.pdf': 'pending' });
    expect((await focal.get(of(X1, `/${sha256(good)}`))).body).toMatchObject({ status: 409, code: 'evidence-pending' });
    answer = 'INSTREAM size limit exceeded. ERROR';
    expect(await scan()).toEqual({ clean: 0, infected: 1, failed: 1 });
    answer = null;
    expect(await scan()).toEqual({ clean: 0, infected: 0, failed: 1 });
    answer = 'stream: OK';
    expect(await scan()).toEqual({ clean: 1, infected: 0, failed: 0 });
    expect(sha256(scanner.received.at(-1)!)).toBe(sha256(good));
    expect(await states()).toEqual({ 'lành.pdf': 'clean', 'độc.pdf': 'infected' });
    await focal.get(of(X1, `/${sha256(good)}`)).expect(200);
    expect((await focal.get(of(X1, `/${sha256(bad)}`))).body).toMatchObject({ status: 403, code: 'evidence-infected' });
    const content = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Xong.' };
    const submit = () => focal.write('post', `/api/obligations/${X1}/submission`, { content });
    expect((await submit()).body).toMatchObject({
      status: 400,
      errors: [{ code: 'fault.evidence-infected', field: 'evidence.figures.T1' }],
    });
    await request(world.app.getHttpServer() as Server)
      .delete(of(X1, `/${sha256(bad)}?path=figures.T1`))
      .set('authorization', 'Bearer dev:ta-x1:focal')
      .set('idempotency-key', 'take-it-out')
      .expect(200);
    await submit().expect(201);

    const theirs = tusClient(world.app.getHttpServer(), 'ta-x2:focal');
    await theirs.whole(X2, good, { path: 'paper', name: 'cùng tệp.pdf' });
    const { body } = await world.as('ta-x2:focal').get(of(X2));
    expect(body.items).toMatchObject([{ scan: 'pending' }]);
    await scan();
    expect((await world.as('ta-x2:focal').get(of(X2))).body.items).toMatchObject([{ scan: 'clean' }]);
  });

  it('no kind that could run is taken, whatever it is called', async () => {
    const tus = tusClient(world.app.getHttpServer(), 'ta-x2:focal');
    const docx = await readFile('libs/letters/templates/late-list.docx');
    expect((await tus.whole(X2, docx, { path: 'paper', name: 'mẫu.docx', hash: null })).status).toBe(204);
    const zip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
    const runnable = [
      Buffer.from('MZ' + 'x'.repeat(200)),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      Buffer.from('#!/bin/sh\n'),
      zip,
    ];
    for (const bytes of runnable) {
      const sent = await tus.whole(X2, bytes, { path: 'paper', name: 'ảnh.jpg', hash: null });
      expect(sent.body).toMatchObject({ status: 415, code: 'evidence-type' });
    }
  });
});
