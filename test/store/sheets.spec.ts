import { AMENDABLE, type ObligationState } from '#libs/domain';
import {
  computeHeader,
  writeHeaders,
  type CampaignDoc,
  type ObligationDoc,
  type RoundDoc,
  type SheetHeaderDoc,
} from '#libs/store';
import type { ObligationRequest } from '#libs/commands';
import { sheetOf } from '../../apps/cli/src/queries/sheet.js';
import { ReportingTree } from '../support/reporting-tree.js';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const reason = 'kiểm thử';
const ACTS = 900;
const BATCH = 15;

jest.setTimeout(400_000);

withServers('sheets that the relay keeps', () => {
  let test: TestStore;
  let tree: ReportingTree;
  beforeAll(async () => {
    test = await testStore();
    tree = await ReportingTree.of(test.store, { levels: [1, 4, 16, 100], seed: 11 });
  });
  afterAll(() => test?.close());

  const obligation = async (id: string): Promise<ObligationDoc> => (await test.store.obligations.findOne({ _id: id }))!;

  it(`after ${ACTS} submissions, returns, amendments, withdrawals and re-openings every header is what all rows make`, async () => {
    const done = new Map<string, number>();
    for (let acts = 0; acts < ACTS; acts += BATCH) {
      if (acts % 150 === 0) tree.restartRelay();
      const ids = new Set<string>();
      while (ids.size < BATCH) ids.add(tree.pick(tree.ids));
      await Promise.all(
        [...ids].map(async (id) => {
          const request = requestFor(await obligation(id));
          if (!request) return;
          done.set(request.type, (done.get(request.type) ?? 0) + 1);
          await tree.act(id, request);
        }),
      );
      await tree.record();
    }
    await tree.settle();
    expect([...done.keys()].sort()).toEqual(['accept', 'amend', 'receive', 'reopen', 'return', 'submit', 'withdraw']);
    const { differences, headers } = await compare();
    expect(differences).toEqual([]);
    expect(headers).toBeGreaterThan(15);
  });

  it('a note stands exactly where a consolidated report that stands is no longer what its sheet says', async () => {
    const reports = (await test.store.obligations
      .find({ consolidates: { $type: 'string' }, state: { $in: AMENDABLE } } as never)
      .toArray()) as unknown as ObligationDoc[];
    expect(reports.length).toBeGreaterThan(3);
    for (const o of reports) {
      const standing = (await test.store.submissions.findOne({ _id: o.submission! }))!;
      const header = (await test.store.headers.findOne({ _id: o.consolidates! }))!;
      const booked = (o.amendments ?? []).filter(
        (one) => one.state === 'next_period' && one.submission === o.submission,
      );
      const said = new Map(standing.content.figures!.map(({ target, value }) => [target, value]));
      for (const { figures } of booked) for (const { target, now } of figures) said.set(target, now?.value ?? null);
      const moved = o.consolidatedTargets.filter(
        (target) => (said.get(target) ?? null) !== (header.totals.find((one) => one.target === target)?.value ?? null),
      );
      const told = o.amendment?.state === 'proposed' ? o.amendment.figures.map(({ target }) => target) : [];
      expect(told).toEqual(expect.arrayContaining(moved));
      if (told.length === 0) expect(moved).toEqual([]);
    }
  });

  it('is shown on the command line in the promised form, with everybody who is missing by name', async () => {
    const [campaign, step] = tree.ids[0]!.split('.');
    const sheet = (await sheetOf(test.store, { campaign: campaign!, step: step!, unit: 'l0-0' }))!;
    expect(Object.keys(sheet)).toEqual(['round', 'header', 'rows', 'totals']);
    expect(sheet.rows).toHaveLength(4);
    for (const row of sheet.rows) {
      expect(Object.keys(row)).toEqual(['unit', 'state', 'submittedAt', 'onTime', 'figures']);
      for (const figure of row.figures)
        expect(Object.keys(figure)).toEqual(['target', 'value', 'numerator', 'denominator', 'status']);
    }
    expect(sheet.totals.length).toBeGreaterThan(0);
    for (const total of sheet.totals) {
      expect(Object.keys(total)).toEqual(['target', 'method', 'value', 'coverage']);
      expect(Object.keys(total.coverage)).toEqual(['in', 'nil', 'missing']);
      expect(total.coverage.in + total.coverage.missing.length).toBe(sheet.header.expected);
    }
    expect(await sheetOf(test.store, { campaign: campaign!, step: step!, unit: 'l3-0' })).toBeNull();
  });

  it('an owner of the book whose time is over changes no header and is told so', async () => {
    const header = (await test.store.headers.findOne({})) as unknown as SheetHeaderDoc;
    const { _id, epoch, ...counts } = header;
    expect(await writeHeaders(test.store, new Map([[_id, { ...counts, expected: 0 }]]), epoch - 1)).toBe(false);
    expect(await test.store.headers.findOne({ _id })).toEqual(header);
  });

  async function compare(): Promise<{ differences: string[]; headers: number }> {
    const campaign = (await test.store.campaigns.findOne({})) as unknown as CampaignDoc;
    const rounds = (await test.store.rounds.find({}).toArray()) as unknown as RoundDoc[];
    const differences = [];
    let headers = 0;
    for (const round of rounds) {
      const stored = (await test.store.headers.findOne({ _id: round._id })) as unknown as SheetHeaderDoc | null;
      if (!stored) continue;
      headers += 1;
      const anew = await computeHeader(test.store, round, campaign.plan, stored.epoch);
      if (JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(anew))) differences.push(round._id);
    }
    return { differences, headers };
  }

  function requestFor({ state, consolidates, amendment }: ObligationDoc): ObligationRequest | null {
    if (amendment?.state === 'proposed' && tree.random() < 0.7) {
      const decision = tree.pick(
        state === 'accepted'
          ? (['accept_now', 'next_period', 'reopen'] as const)
          : (['accept_now', 'next_period'] as const),
      );
      return { type: 'amend', n: amendment.n, decision, reason };
    }
    const submit: ObligationRequest = { type: 'submit', content: consolidates ? {} : { figures: tree.figures() } };
    const allowed: Partial<Record<ObligationState, ObligationRequest[]>> = {
      open: [submit],
      returned: [submit],
      submitted: [{ type: 'receive' }, { type: 'receive' }, { type: 'withdraw', reason }],
      received: [{ type: 'accept' }, { type: 'accept' }, { type: 'return', reason }],
      accepted: [{ type: 'reopen', reason }],
    };
    return allowed[state] ? tree.pick(allowed[state]) : null;
  }
});

/** The same whatever order the fields were written in. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null && !(value instanceof Date)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value;
