import fc from 'fast-check';
import { ACTIONS, asListed, LISTED, oneByOne, storedOf } from '../../libs/access/allowed.fixture.js';
import type { Filter } from '../../libs/access/filter.js';
import { readerIn, ROLES, worlds, type World } from '../../libs/access/world.fixture.js';
import { ledCampaigns, readableObligations } from '#libs/access';
import { withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const COLLECTION = { obligation: 'obligations', campaign: 'campaigns', preparation: 'preparations' } as const;
/** Each case is written to the server and asked a hundred times. */
const WORLDS = 12;

withServers('the server reads the policy as the door does', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await testStore();
  });
  afterAll(() => test?.close());

  const collectionOf = (kind: (typeof LISTED)[number]) => test.store.connection.collection(COLLECTION[kind]);

  /** Stands on the server alone; what else documents hold decides nothing. */
  async function write(world: World): Promise<void> {
    for (const kind of LISTED) {
      // fields under unique indexes
      const made = storedOf(world, kind).map((one) => ({ ...one, code: one._id, commandKey: one._id }));
      await collectionOf(kind).deleteMany({});
      await collectionOf(kind).insertMany(made as never);
    }
  }

  const find = async (kind: (typeof LISTED)[number], filter: Filter): Promise<string[]> => {
    const found = await collectionOf(kind)
      .find(filter as never, { projection: { _id: 1 } })
      .toArray();
    return found.map(({ _id }) => String(_id)).sort();
  };

  it('lists of obligations, campaigns and preparations hold exactly what may be read, reviewed, answered or decided', async () => {
    let shown = 0;
    let hidden = 0;
    const drawn = fc.sample(worlds, WORLDS);
    for (const world of drawn) {
      await write(world);
      for (const unit of ['u0', ...Object.keys(world.parents)].slice(0, 4))
        for (const role of ROLES)
          for (const kind of LISTED)
            for (const action of ACTIONS[kind].slice(0, 3)) {
              const reader = readerIn(world, unit, role);
              const allowed = oneByOne(world, reader, action, kind).sort();
              const listed = await asListed(find, reader, action, kind);
              expect({ world, reader, action, kind, listed }).toEqual({ world, reader, action, kind, listed: allowed });
              shown += allowed.length;
              hidden += storedOf(world, kind).length - allowed.length;
            }
    }
    expect(Math.min(shown, hidden)).toBeGreaterThan(100);
  });

  it('the list of a leader is asked with the campaigns it leads', async () => {
    const world: World = {
      parents: { u1: 'u0', u2: 'u0' },
      campaigns: [
        { _id: 'ours', plan: { launchingUnit: 'u0', standingBody: 'u2' } },
        { _id: 'theirs', plan: { launchingUnit: 'u1', standingBody: 'u1' } },
      ],
      obligations: ['ours', 'theirs'].map((campaign) => ({
        ...{ _id: `o-${campaign}`, campaign, subject: 'u1', answeringUnit: 'u1', receiver: 'u0', ancestors: ['u0'] },
        answeringPost: 'u1:member',
      })),
      preparations: [{ _id: 'p', owner: 'u0', launchingUnit: null, standingBody: null }],
    };
    await write(world);
    const office = readerIn(world, 'u2', 'focal');
    const led = await ledCampaigns(test.store, office);
    expect(led).toEqual(['ours']);
    expect(await find('obligation', readableObligations(office, led))).toEqual(['o-ours']);
    expect(await ledCampaigns(test.store, readerIn(world, 'u2', 'administrator'))).toEqual([]);
  });
});
