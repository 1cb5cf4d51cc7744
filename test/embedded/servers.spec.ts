import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { type RunningEmbedded, startEmbedded } from '#libs/embedded';
import { isAlive, ownPorts, sendMails } from './support.js';

const { MongoClient } = mongoose.mongo;

describe('embedded servers', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-embedded-'));
  const say: string[] = [];
  let embedded: RunningEmbedded;
  const start = () => startEmbedded({ dataDir, env: {}, say: (line) => say.push(line) });
  const pidOf = (name: string) => embedded.servers.find((server) => server.name === name)?.pid;

  beforeAll(async () => {
    ownPorts(dataDir);
    embedded = await start();
  });
  afterAll(async () => {
    await embedded?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says which server was chosen, and its version', () => {
    expect(embedded.servers.map(({ name }) => name)).toEqual(['mongo', 'temporal', 'mail']);
    for (const { version } of embedded.servers) expect(say.join('\n')).toContain(version);
    expect(existsSync(join(dataDir, 'logs/mongo.log'))).toBe(true);
  });

  it('keeps an answered write when MongoDB is killed, and serves again on the same port', async () => {
    const client = new MongoClient(embedded.mongoUri);
    await client.db('x').collection('docs').insertOne({ name: 'Tam Đường' });
    const before = pidOf('mongo');
    await embedded.kill('mongo');
    const down = Date.now();
    await embedded.ready('mongo');
    expect(Date.now() - down).toBeLessThan(3000);
    expect(pidOf('mongo')).not.toBe(before);
    expect(await client.db('x').collection('docs').countDocuments()).toBe(1);
    await client.close();
  });

  it('keeps search attributes and takes calls again when Temporal is killed', async () => {
    await embedded.kill('temporal');
    await embedded.ready('temporal');
    const connection = await Connection.connect({ address: embedded.temporalAddress });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(['campaign', 'step', 'level']));
    await connection.close();
  });

  it('loses no mail it accepted when the catcher is killed', async () => {
    const sending = sendMails(embedded.smtpUrl, 20_000); // until the line breaks
    await pause(150);
    await embedded.kill('mail');
    const accepted = await sending;
    expect(accepted.length).toBeLessThan(20_000);
    await embedded.ready('mail');
    await sendMails(embedded.smtpUrl, 1);
    const listed = (await (await fetch(`${embedded.mailUrl}/api/messages?limit=100000`)).json()) as {
      messageId: string;
    }[];
    expect(listed.map(({ messageId }) => messageId)).toEqual(expect.arrayContaining(accepted));
    expect(await (await fetch(`${embedded.mailUrl}/api/count`)).json()).toEqual({ count: listed.length });
  });

  it('writes down the process ids of what it runs', () => {
    const pids = JSON.parse(readFileSync(join(dataDir, 'pids.json'), 'utf8')) as Record<string, { pid: number }>;
    expect(pids).toMatchObject({ launcher: { pid: process.pid }, mongo: { pid: pidOf('mongo') } });
  });

  it('stops everything, and starts again on the same ports and data', async () => {
    const { mongoUri, temporalAddress, mailUrl } = embedded;
    const pids = embedded.servers.map(({ pid }) => pid ?? 0);
    await embedded.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    embedded = await start();
    expect(embedded).toMatchObject({ mongoUri, temporalAddress, mailUrl });
    const client = new MongoClient(mongoUri);
    expect(await client.db('x').collection('docs').countDocuments()).toBe(1);
    await client.close();
  });

  it('names the variable whose server does not answer', async () => {
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1' };
    const other = startEmbedded({ durable: false, only: ['temporal'], env });
    await expect(other).rejects.toThrow(/TEMPORAL_ADDRESS.*Cách sửa/);
  });
});
