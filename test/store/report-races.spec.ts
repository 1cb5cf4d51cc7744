import { Clock } from '#libs/clock';
import { FormDraftCommands, ObligationCommands } from '#libs/commands';
import type { Actor } from '#libs/domain';
import { formFor } from '#libs/forms';
import { draftFields, draftOf, insertMissing, newRecord, type CampaignDoc, type Store } from '#libs/store';
import { plan } from '../e2e/api-world.js';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const NOW = new Date('2025-06-12T02:00:00Z');
const FIELD = 'figures.T1.final.value';
const EDITORS_ROUNDS = 1_000;
const REVIEW_ROUNDS = 1_000;
/** A thousand of these are 200,000 commands: `SUBMIT_ROUNDS=1000` in the environment. */
const SUBMIT_ROUNDS = Number(process.env['SUBMIT_ROUNDS'] ?? 10);
const CLIENTS = 200;
/** Rounds at the same time, each on a report of its own. */
const ABREAST = 15;

class Noon extends Clock {
  readonly stepped = true;
  now = () => Promise.resolve(NOW);
}

const actor = (role: 'focal' | 'head'): Actor => ({ person: `p-${role}`, post: `xa-1:${role}`, unit: 'xa-1', role });
const reviewer = (role: 'focal' | 'head'): Actor => ({
  person: `p-office-${role}`,
  post: `huyen-1:${role}`,
  unit: 'huyen-1',
  role,
});
/** As it stands once it has come in and somebody has received it. */
const handedIn = (id: string) => ({
  state: 'received' as const,
  revision: 1,
  attempt: 1,
  receiver: 'huyen-1',
  submission: `${id}#1#a`,
  contentHash: 'a'.repeat(64),
});
const rounds = (count: number) => Array.from({ length: count }, (_, n) => n);

withServers('people who work on one report at once', () => {
  let test: TestStore;
  let processes: Store[];
  let form: string;

  beforeAll(async () => {
    test = await testStore();
    processes = await Promise.all([test.another(), test.another()]);
    const campaign = { ...newRecord(plan.code, plan.code), plan, state: 'launched', suspended: false, steps: [] };
    await insertMissing(test.store.campaigns, [campaign as unknown as CampaignDoc]);
    form = (await formFor(test.store, report('any')))!.hash;
  });
  afterAll(() => test?.close());

  const report = (id: string) => {
    const title = 'Báo cáo đợt 1';
    return storedReport(id, {
      campaign: plan.code,
      step: 'report-1',
      targets: ['T1'],
      title,
      version: 1,
      commands: [],
    });
  };

  it(`two editors save the same field: one is kept, the other is shown both values (${EDITORS_ROUNDS} rounds)`, async () => {
    const [one, two] = processes.map((store) => new FormDraftCommands(store, new Noon()));
    const count = { won: 0, lost: 0 };
    const race = async (n: number) => {
      const id = `edit-${n}`;
      await insertMissing(test.store.obligations, [report(id)]);
      const both = await Promise.all([
        one!.save(actor('focal'), id, form, [{ path: FIELD, seen: 0, value: 100 + n }], 'key-of-focal'),
        two!.save(actor('head'), id, form, [{ path: FIELD, seen: 0, value: 5000 + n }], 'key-of-head'),
      ]);
      const won = both.filter(({ ok }) => ok);
      const lost = both.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
      const kept = draftFields(await draftOf(test.store, id))[FIELD]!;
      const values = [100 + n, 5000 + n];
      const other = values.find((value) => value !== kept.value);
      expect(lost).toMatchObject([
        {
          status: 409,
          code: 'draft-conflict',
          data: {
            current: { revision: 1, fields: { [FIELD]: { value: kept.value } } },
            yours: { [FIELD]: { value: other } },
          },
        },
      ]);
      expect([won.length, kept.revision]).toEqual([1, 1]);
      count.won += won.length;
      count.lost += lost.length;
    };
    for (let from = 0; from < EDITORS_ROUNDS; from += ABREAST)
      await Promise.all(rounds(Math.min(ABREAST, EDITORS_ROUNDS - from)).map((n) => race(from + n)));
    expect(count).toEqual({ won: EDITORS_ROUNDS, lost: EDITORS_ROUNDS });
  }, 300_000);

  it(`two reviewers accept and return one report: one is heard, the other is told where it stands (${REVIEW_ROUNDS} rounds)`, async () => {
    const [one, two] = processes.map((store) => new ObligationCommands(store, new Noon()));
    const count = { accepted: 0, returned: 0 };
    const race = async (n: number) => {
      const id = `review-${n}`;
      await insertMissing(test.store.obligations, [{ ...report(id), ...handedIn(id) }]);
      const calls = [
        () => one!.execute(reviewer('focal'), id, { type: 'accept' }, { key: 'key-of-focal', revision: 1 }),
        () =>
          two!.execute(reviewer('head'), id, { type: 'return', reason: 'thiếu' }, { key: 'key-of-head', revision: 1 }),
      ];
      const both = await Promise.all((n % 2 ? calls : [...calls].reverse()).map((call) => call()));
      const stands = (await test.store.obligations.findOne({ _id: id }))!;
      const won = both.filter(({ ok }) => ok);
      const lost = both.filter(({ ok }) => !ok);
      expect(won).toMatchObject([{ receipt: { state: stands.state } }]);
      expect(lost).toMatchObject([{ status: 409, data: { current: { revision: 2, state: stands.state } } }]);
      expect([stands.revision, stands.pending.length, stands.commands.length]).toEqual([2, 1, 1]);
      count[stands.state as 'accepted' | 'returned'] += 1;
    };
    for (let from = 0; from < REVIEW_ROUNDS; from += ABREAST)
      await Promise.all(rounds(Math.min(ABREAST, REVIEW_ROUNDS - from)).map((n) => race(from + n)));
    expect(count.accepted + count.returned).toBe(REVIEW_ROUNDS);
    expect(Math.min(count.accepted, count.returned)).toBeGreaterThan(0);
  }, 300_000);

  it('different fields side by side are all kept', async () => {
    await insertMissing(test.store.obligations, [report('side')]);
    const [one, two] = processes.map((store) => new FormDraftCommands(store, new Noon()));
    const sections = ['direction', 'results', 'exemplars', 'limits', 'difficulties', 'proposals'];
    const outcomes = await Promise.all(
      sections.map((section, n) =>
        [one, two][n % 2]!.save(
          actor('focal'),
          'side',
          form,
          [{ path: `sections.${section}`, seen: 0, value: section }],
          `key-${section}`,
        ),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const draft = await draftOf(test.store, 'side');
    expect(draft!.revision).toBe(sections.length);
    expect(
      Object.values(draftFields(draft))
        .map(({ value }) => value)
        .sort(),
    ).toEqual([...sections].sort());
  });

  it(`${CLIENTS} clients hand in the same report: one is taken, the others see its version, nothing is lost (${SUBMIT_ROUNDS} rounds)`, async () => {
    for (const n of rounds(SUBMIT_ROUNDS)) {
      const id = `submit-${n}`;
      await insertMissing(test.store.obligations, [report(id)]);
      const content = (client: number) => ({
        narrative: `bản ${client}`,
        figures: [{ target: 'T1', value: client + 1, status: 'final' as const }],
      });
      const doors = processes.map((store) => new ObligationCommands(store, new Noon()));
      const outcomes = await Promise.all(
        rounds(CLIENTS).map((client) =>
          doors[client % 2]!.execute(
            actor('focal'),
            id,
            { type: 'submit', content: content(client) },
            { key: `client-${client}`, revision: 0 },
          ),
        ),
      );
      const winner = outcomes.findIndex(({ ok }) => ok);
      const losers = outcomes.filter(({ ok }) => !ok);
      expect(losers).toHaveLength(CLIENTS - 1);
      for (const loser of losers)
        expect(loser).toMatchObject({ status: 409, data: { current: { revision: 1, state: 'submitted' } } });
      const stands = (await test.store.obligations.findOne({ _id: id }))!;
      expect(stands).toMatchObject({ attempt: 1, revision: 1 });
      const taken = await test.store.submissions.findOne({ _id: stands.submission! });
      expect(taken!.content).toEqual({ ...content(winner), form });
    }
  }, 300_000);
});
