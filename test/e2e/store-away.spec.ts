import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { testMongoUri, withServers } from '../support/servers.js';
import { apiWorld, plan, type ApiWorld } from './api-world.js';

/** A line to MongoDB that can be cut and mended. */
class Line {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    readonly uri: string,
  ) {}

  static async to(uri: string): Promise<Line> {
    const { hostname, port } = new URL(uri);
    const line: { current?: Line } = {};
    const server = createServer((near) => line.current!.join(near, connect(Number(port), hostname)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const there = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    line.current = new Line(server, uri.replace(`${hostname}:${port}`, there));
    return line.current;
  }

  private join(near: Socket, far: Socket): void {
    if (this.isCut) return void [near, far].forEach((socket) => socket.destroy());
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    near.pipe(far).pipe(near);
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}

withServers('while MongoDB is away', () => {
  let world: ApiWorld;
  let line: Line;
  beforeAll(async () => {
    line = await Line.to(testMongoUri());
    world = await apiWorld({ MONGODB_URI: line.uri });
  });
  afterAll(async () => {
    line?.mend();
    await world?.close();
    line?.close();
  });

  it('answers 503 with Retry-After, and the same key goes through once it is back', async () => {
    const office = world.as('ta-office:focal');
    line.cut();
    const away = await office.write('post', '/api/campaigns', plan, 'draft-while-away');
    expect(away.status).toBe(503);
    expect(away.headers).toMatchObject({
      'retry-after': '3',
      'content-type': expect.stringContaining('application/problem+json'),
    });
    expect(away.body).toMatchObject({ code: 'store-away', title: 'Tạm thời chưa phục vụ được' });
    expect((await world.as(null).get('/health/live')).status).toBe(200);
    expect((await world.as(null).get('/health/ready')).body).toMatchObject({ status: 'down', mongo: false });
    line.mend();
    const back = await office.write('post', '/api/campaigns', plan, 'draft-while-away');
    expect(back.body).toMatchObject({ campaign: 'ta-2023', state: 'draft' });
  });
});
