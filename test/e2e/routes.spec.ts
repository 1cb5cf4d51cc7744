import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../apps/api/src/app.module.js';
import { POLICY } from '../../apps/api/src/access/policy.decorator.js';
import { loadConfig } from '#libs/config';
import { testMongoUri, withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

@Controller('forgotten')
class Forgotten {
  @Get()
  read() {
    return 'secret';
  }
}
@Module({ controllers: [Forgotten] })
class ForgottenModule {}

/** Every route with the policy it carries, as Nest itself finds them. */
async function routes(...extra: (typeof ForgottenModule)[]): Promise<{ route: string; policy: unknown }[]> {
  const config = loadConfig({
    MONGODB_URI: testMongoUri(),
    MONGODB_DB: 'routes',
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
  });
  const module = await Test.createTestingModule({
    imports: [ApiModule.with(config), DiscoveryModule, ...extra],
  }).compile();
  const scanner = new MetadataScanner();
  const found = module
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) =>
      scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
        const handler = (instance as Record<string, object>)[name]!;
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const route = `${method} ${String(Reflect.getMetadata(PATH_METADATA, metatype!))}/${path}`;
        const policy: unknown = Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, metatype!);
        return [{ route, policy }];
      }),
    );
  await module.close();
  return found;
}

withServers('the door', () => {
  let world: ApiWorld;
  beforeAll(async () => (world = await apiWorld({ SIGN_IN: 'none' })));
  afterAll(() => world?.close());

  it('has a policy on every route', async () => {
    const all = await routes();
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ policy }) => policy === undefined)).toEqual([]);
  });

  it('would notice a route without one', async () => {
    const all = await routes(ForgottenModule);
    expect(all.filter(({ policy }) => policy === undefined)).toEqual([{ route: 'GET forgotten//', policy: undefined }]);
  });

  it('writes only for who is signed in', async () => {
    const writes = (await routes()).filter(({ route }) => !route.startsWith('GET'));
    expect(writes.length).toBeGreaterThan(15);
    for (const { policy } of writes) expect(policy).not.toHaveProperty('open');
  });

  it('opens nothing of the records where no sign-in is configured', async () => {
    for (const path of ['/api/public/overview', '/api/overview', '/api/campaigns']) {
      expect((await world.as(null).get(path)).body).toMatchObject({ status: 401, code: 'sign-in-required' });
      expect((await world.as('ta:administrator').get(path)).body).toMatchObject({ status: 401, code: 'sign-in-off' });
    }
  });

  it('serves health and metrics without Temporal, and the contracts as OpenAPI 3.1', async () => {
    const nobody = world.as(null);
    expect((await nobody.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await nobody.get('/health/ready')).body).toEqual({ status: 'ok', mongo: true, temporal: false });
    const metrics = (await nobody.get('/metrics')).text;
    expect(metrics).toContain('http_request_duration_seconds_bucket');
    expect(metrics).toContain('dondoc_outbox_pending 0');
    const { body } = await nobody.get('/docs-json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const { schemas } = body.components;
    expect(schemas.SubmissionContent.oneOf).toContainEqual({ $ref: '#/components/schemas/ReportContent' });
    const names = new Set(Object.keys(schemas));
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    expect(refs.filter((ref) => !names.has(ref.replace('#/components/schemas/', '')))).toEqual([]);
    const circles = Object.entries(schemas as Record<string, { $ref?: string }>).filter(([, { $ref }]) => $ref);
    expect(circles).toEqual([]);
    expect(schemas.SubmissionBody.properties).toHaveProperty('draft');
    const { parameters } = body.paths['/api/obligations/{id}/submission'].post;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['id', 'Idempotency-Key', 'If-Match']),
    );
  });

  it('answers with strict headers and never from a cache', async () => {
    const { headers } = await world.as(null).get('/api/campaigns');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
