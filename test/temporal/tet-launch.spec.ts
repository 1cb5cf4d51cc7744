import { CampaignCommands } from '#libs/commands';
import { addDays, instantAt, type LocalDate } from '#libs/domain';
import { benchPlan } from '../../apps/cli/src/bench/bench-plan.js';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { operator } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';
import { wholeEngine, type WholeEngine } from '../support/whole-engine.js';

const UNITS = 20;

/** Tết 2026: off from Saturday 14 to Sunday 22 February, by decision. Tết 2027: from Thursday 4 to Wednesday 10 February, by law. */
const tets: { year: number; launched: LocalDate; at: string; due: LocalDate; firstMorning: LocalDate; rest: number }[] =
  [
    { year: 2026, launched: '2026-02-13', at: '16:30', due: '2026-03-10', firstMorning: '2026-02-23', rest: 9 },
    { year: 2027, launched: '2027-02-03', at: '16:30', due: '2027-02-25', firstMorning: '2027-02-11', rest: 7 },
  ];

withServers('a campaign launched in the last hours before Tết', () => {
  let engine: WholeEngine;
  beforeAll(async () => {
    engine = await wholeEngine();
    await loadWorld(engine.store, benchWorld(UNITS));
    await engine.stepper.begin(instantAt('2026-02-13', '09:00'));
  });
  afterAll(() => engine?.close());

  it.each(tets)('writes to nobody before the first working morning ($year)', async (tet) => {
    const { app, store, stepper, walkTo, mails } = engine;
    const code = `TET-${tet.year}`;
    const commands = app.get(CampaignCommands);
    await walkTo(instantAt(tet.launched, tet.at));
    mails.length = 0;
    const due = { kind: 'by', date: tet.due } as const;
    await commands.draft(operator, benchPlan({ code, calendar: 'vn-5d', start: tet.launched, due, lockAfter: 10 }));
    expect(await commands.launch(operator, code, { key: `launch-${code}` })).toMatchObject({ ok: true });
    await stepper.settle();
    const open = await store.obligations.countDocuments({ campaign: code, state: 'open' } as never);
    expect(open).toBe(UNITS); // the work itself is there at once

    for (let day = addDays(tet.launched, 1), n = 0; n < tet.rest; day = addDays(day, 1), n += 1) {
      await walkTo(instantAt(day, '23:59'));
      expect([day, mails.length]).toEqual([day, 0]);
    }
    await walkTo(new Date(instantAt(tet.firstMorning, '08:00').getTime() - 1));
    expect(mails).toHaveLength(0);
    await walkTo(instantAt(tet.firstMorning, '08:00'));
    expect(mails.map(({ to }) => to)).toHaveLength(UNITS);
    expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(UNITS);
  });
});
