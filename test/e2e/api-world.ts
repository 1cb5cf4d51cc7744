import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ApiModule } from '../../apps/api/src/app.module.js';
import { setup } from '../../apps/api/src/setup.js';
import { type SteppedClock, Clock } from '#libs/clock';
import { loadConfig } from '#libs/config';
import { obligationId, roundId } from '#libs/contracts';
import {
  clockKey,
  covenantsOf,
  layOut,
  localDateOf,
  treeAsOf,
  type CampaignPlan,
  type Duty,
  type ParentEdge,
  type Post,
  type StepSpec,
  type Unit,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { INDEXES } from '#libs/store/indexes.js';
import {
  covenantDoc,
  insertMissing,
  newRecord,
  refreshHeaders,
  rowOf,
  saveOrganisation,
  Store,
  type ObligationDoc,
  type RoundDoc,
} from '#libs/store';
import { testMongoUri, unique } from '../support/servers.js';

const FROM = '2010-01-01';
const unit = (id: string, kind: string): Unit => ({
  id,
  name: `Đơn vị ${id}`,
  kind,
  groups: [],
  validFrom: FROM,
  validTo: null,
  successors: [],
});
const edge = (child: string, parent: string): ParentEdge => ({
  id: `e-${child}`,
  unit: child,
  parent,
  validFrom: FROM,
  validTo: null,
});
const post = (of: string, role: Post['role']): Post => ({
  id: `${of}:${role}`,
  unit: of,
  role,
  title: `${role} ${of}`,
  mailbox: null,
});

/** Two districts side by side: what one does is none of the other's business. */
export const units = [
  unit('ta', 'district'),
  unit('ta-office', 'office'),
  unit('ta-x1', 'commune'),
  unit('ta-x2', 'commune'),
  unit('tb', 'district'),
  unit('tb-x1', 'commune'),
];
export const edges = [edge('ta-office', 'ta'), edge('ta-x1', 'ta'), edge('ta-x2', 'ta'), edge('tb-x1', 'tb')];
export const posts = [
  ...units.flatMap(({ id }) => [post(id, 'focal'), post(id, 'head')]),
  post('ta', 'chair'),
  post('ta', 'administrator'),
];

const duty: Duty = {
  level: 'commune',
  kind: 'report',
  owes: { kinds: ['commune'] },
  to: { unit: 'ta-office' },
  due: { kind: 'by', date: '2023-09-20' },
  lockAfter: 5,
  reviewWithin: 3,
  resubmitWithin: 3,
  ladder: 'report',
  targets: ['T1'],
};

export const plan: CampaignPlan = {
  code: 'ta-2023',
  source: 'kế hoạch mẫu',
  name: 'Phong trào mẫu',
  theme: null,
  issuer: 'UBND huyện A',
  number: null,
  issueDate: null,
  signatory: 'Chủ tịch',
  launchingUnit: 'ta',
  standingBody: 'ta-office',
  chairPost: 'ta:chair',
  start: '2023-09-01',
  end: '2023-12-29',
  startInferred: false,
  endInferred: false,
  calendar: 'vn-5d',
  participants: { kinds: ['commune'] },
  targets: [
    {
      id: 'T1',
      name: 'Số công trình',
      comparator: 'at_least',
      explicit: true,
      value: 10,
      unit: 'công trình',
      per: 'xã',
      deadline: '2023-12-01',
      role: 'target',
      evidence: '',
      mode: 'each_unit',
      method: 'sum',
      units: { kinds: ['commune'] },
    },
  ],
  goals: [],
  duties: [],
  steps: [
    { id: 'report-1', kind: 'report', title: 'Báo cáo đợt 1', opens: '2023-09-05', after: [], duties: [duty] },
    {
      id: 'follow-up',
      kind: 'follow_up',
      title: 'Theo dõi',
      skip: { ground: 'không có chỉ tiêu sau kết thúc' },
      after: [],
      duties: [],
    },
  ],
  award: { route: 'none', quota: 0, decidedBy: '', ground: '' },
  scoring: [],
  answers: [],
};

export const X1 = obligationId('ta-2023', 'report-1', 'report', 'ta-x1');
export const ROUND = roundId('ta-2023', 'report-1', 'commune', 'ta-office');

export interface ApiWorld {
  app: NestExpressApplication;
  store: Store;
  clock: SteppedClock;
  /** A request as a post; `null` for nobody. */
  as(post: string | null): {
    get(path: string): request.Test;
    write(method: 'post' | 'put' | 'patch', path: string, body: object, key?: string): request.Test;
  };
  close(): Promise<void>;
}

/** The API on a database of its own, on stepped time, without Temporal and without a worker. */
export async function apiWorld(env: Record<string, string> = {}): Promise<ApiWorld> {
  const config = loadConfig({
    NODE_ENV: 'test',
    MONGODB_URI: testMongoUri(),
    MONGODB_DB: unique('api'),
    CLOCK: 'stepped',
    SIGN_IN: 'dev',
    LOG_LEVEL: 'silent',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    ...env,
  });
  const module = await Test.createTestingModule({ imports: [ApiModule.with(config)] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  setup(app);
  await app.listen(0, '127.0.0.1');
  const store = app.get(Store);
  for (const [collection, indexes] of Object.entries(INDEXES))
    for (const [keys, options] of indexes)
      await store.connection.db!.collection(collection).createIndex(keys, options ?? {});
  const clock = app.get<Clock, SteppedClock>(Clock);
  await clock.moveTo(new Date('2023-09-01T02:00:00Z'));
  await loadOrganisation(store);
  let n = 0;
  const as = (who: string | null) => {
    const signed = (test: request.Test): request.Test =>
      who === null ? test : test.set('authorization', `Bearer dev:${who}`);
    return {
      get: (path: string) => signed(request(app.getHttpServer()).get(path)),
      write: (method: 'post' | 'put' | 'patch', path: string, body: object, key = `test-key-${(n += 1)}`) =>
        signed(request(app.getHttpServer())[method](path)).set('idempotency-key', key).send(body),
    };
  };
  const close = async () => {
    await store.connection.db!.dropDatabase().catch(() => undefined);
    await app.close();
  };
  return { app, store, clock, as, close };
}

async function loadOrganisation(store: Store): Promise<void> {
  const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));
  await saveOrganisation(store, {
    units: keyed(units),
    edges: keyed(edges),
    posts: keyed(posts),
    persons: [{ _id: 'p1', name: 'Lò Thị Mẫu', email: null, phone: null }] as never,
    holders: [{ _id: 'h1', post: 'ta-x1:focal', person: 'p1', from: FROM, to: null }] as never,
  });
}

/** What the engine does at the opening of the first step. */
export async function openReport(world: ApiWorld, of: CampaignPlan = plan): Promise<void> {
  await openStep(world, of, of.steps[0]!, new Date('2023-09-05T00:00:00Z'));
}

/** What the engine does at the opening of a step: rounds, open obligations, rows, headers, covenants. */
export async function openStep({ store, clock }: ApiWorld, of: CampaignPlan, step: StepSpec, at: Date): Promise<void> {
  await clock.moveTo(at);
  const tree = treeAsOf(units, edges, localDateOf(at));
  const ids = { obligation: obligationId, round: roundId };
  const { rounds, obligations } = layOut({
    plan: of,
    step,
    duties: step.duties,
    tree,
    rules: ruleBook,
    ids,
    openedAt: at,
  });
  const cohort = `cohort.${of.code}.${step.id}.commune.1`;
  const bare = { lastAct: null, overdueNotedAt: null, settled: false, cohort };
  const documents = obligations.map((o): ObligationDoc => ({
    ...newRecord(o._id, of.code),
    ...o,
    ...bare,
    clockKey: clockKey(o.clock),
    state: 'open',
  }));
  await insertMissing(
    store.rounds,
    rounds.map((round): RoundDoc => ({
      ...newRecord(round._id, of.code),
      ...round,
      cohort,
      state: 'open',
      intents: [],
    })),
  );
  await insertMissing(store.obligations, documents);
  await insertMissing(store.covenants, covenantsOf(obligations).map(covenantDoc));
  await insertMissing(
    store.rows,
    documents.map((document) => rowOf(document)),
  );
  await refreshHeaders(
    store,
    rounds.map(({ _id }) => _id),
    of,
    1,
  );
}
