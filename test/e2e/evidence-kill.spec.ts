import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gridFiles } from '#libs/store';
import { verifyEvidence } from '#libs/evidence';
import { pdf, sha256 } from '../fixtures/files.js';
import { testMongoUri, withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';
import { tusClient } from './tus-client.js';

const LENGTH = 3_000_000;
const CHUNK = 32_768;

jest.setTimeout(300_000);

withServers('an upload while the API is killed', () => {
  let world: ApiWorld;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await world?.close();
  });

  /** An API as it is delivered, on the same database. */
  async function api(): Promise<{ url: string; kill(): Promise<void> }> {
    const env = {
      ...process.env,
      ...{ NODE_ENV: 'test', MONGODB_URI: testMongoUri(), MONGODB_DB: world.store.connection.name, PORT: '0' },
      ...{ CLOCK: 'stepped', SIGN_IN: 'dev', LOG_LEVEL: 'silent', TEMPORAL_ADDRESS: '127.0.0.1:1' },
    };
    const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes('READY')) break;
    }
    const url = /READY (\S+)/.exec(said)?.[1];
    if (!url) throw new Error(`the API did not start: ${said}`);
    const kill = async (): Promise<void> => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      running.delete(child);
    };
    return { url, kill };
  }

  /** Sends slowly, as a bad line does, until the other side is gone. */
  function dribble(url: string, path: string, offset: number, bytes: Buffer): Promise<void> {
    return new Promise((resolve) => {
      const headers = {
        authorization: 'Bearer dev:ta-x1:focal',
        'idempotency-key': 'dribble-key',
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      };
      const sent = httpRequest(`${url}${path}`, { method: 'PATCH', headers });
      const end = (): void => resolve();
      sent.on('error', end).on('close', end);
      const go = async (): Promise<void> => {
        for (let from = 0; from < bytes.length && !sent.destroyed; from += CHUNK) {
          sent.write(bytes.subarray(from, from + CHUNK));
          await pause(5);
        }
        sent.end();
      };
      void go();
    });
  }

  /** The offset as the server tells it; a connection that died holds the file for ten seconds at most. */
  async function standing(url: string, path: string): Promise<number> {
    for (const until = Date.now() + 60_000; ; await pause(500)) {
      const { status, headers } = await tusClient(url, 'ta-x1:focal').ask(path);
      if (status === 200) return Number(headers['upload-offset']);
      if (status !== 423 || Date.now() > until) throw new Error(`HEAD answered ${status}`);
    }
  }

  it('keeps what had arrived, goes on from there, and the file is whole', async () => {
    const bytes = pdf(LENGTH);
    let server = await api();
    const begun = await tusClient(server.url, 'ta-x1:focal').begin(X1, bytes, { path: 'figures.T1', name: 'lớn.pdf' });
    const path = begun.headers['location'] as string;
    const offsets: number[] = [];
    for (const killAt of [400_000, 1_200_000, 2_200_000, LENGTH]) {
      const offset = await standing(server.url, path);
      offsets.push(offset);
      let sending = true;
      const line = dribble(server.url, path, offset, bytes.subarray(offset)).finally(() => (sending = false));
      while (sending) {
        const { offset: kept } = (await world.store.uploads.findOne({}))!;
        if (kept >= killAt) break;
        // a lock of the killed process turns the line away: try it again
        await pause(10);
      }
      await server.kill();
      await line;
      server = await api();
    }
    for (let offset = await standing(server.url, path); offset < LENGTH; offset = await standing(server.url, path)) {
      await dribble(server.url, path, offset, bytes.subarray(offset));
      await pause(500);
    }
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    expect(offsets.at(-1)).toBeGreaterThan(400_000);
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}/evidence`).expect(200);
    expect(body).toMatchObject({ items: [{ hash: sha256(bytes), bytes: LENGTH }], uploads: [] });
    expect(await verifyEvidence(world.store, gridFiles(world.store))).toMatchObject({
      files: 1,
      damaged: [],
      missing: [],
    });
    await server.kill();
  });
});
