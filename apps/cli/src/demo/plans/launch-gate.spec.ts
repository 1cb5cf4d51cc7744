import { forecast, plannedFor } from '#libs/domain';
import { obligationId, roundId } from '#libs/contracts';
import { copyForYear, gate, waive, type GateSurroundings, type Preparation } from '#libs/domain/preparation/index.js';
import { ruleBook } from '#libs/rules';
import { gateData } from './gate-data.js';
import { PLAN_NUMBERS } from './draft-plan.js';
import { answered, AT, begun, confirmedAll, plans, surroundings, unless, world } from './launch-gate.fixture.js';

const withForecast: GateSurroundings = {
  ...surroundings,
  forecast: (plan) =>
    forecast({
      plan,
      launchedAt: new Date(`${plan.start}T02:00:00Z`),
      organisation: world,
      rules: ruleBook,
      ids: { obligation: obligationId, round: roundId },
    }),
};

const kinds = (preparation: Preparation): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind, open } of gate(preparation, surroundings).items) if (open) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

describe.each(PLAN_NUMBERS.map((number, i) => ({ number, plan: plans[i]! })))(
  'plan $number at the gate',
  ({ number, plan }) => {
    it('begins with everything open and nothing composed', () => {
      const { items, clean, plan: composed } = gate(begun(number), surroundings);
      expect([clean, composed]).toEqual([false, null]);
      const open = items.map(({ id }) => id);
      for (const part of ['code', 'bodies', 'participants', 'route', 'levels', 'steps', 'periods']) {
        expect(open).toContain(`unanswered:${part}`);
      }
      expect(items.filter(({ id }) => id.endsWith('target-without-mode'))).toHaveLength(plan.targets.length);
    });

    it('waits for confirmations and for those who may waive, then lets the very plan pass that the demo runs', () => {
      const ready = confirmedAll(answered(number));
      let waiting = ready;
      for (const { item, by, reason } of gateData(number).waivers) {
        expect(gate(waiting, surroundings).clean).toBe(false);
        const unit = by === 'chair' ? plan.launchingUnit : plan.standingBody;
        const actor = { post: by === 'chair' ? plan.chairPost : `${unit}:${by}`, unit, role: by, person: null };
        const { items } = gate(waiting, surroundings);
        waiting = { ...waiting, waivers: unless(waive(waiting, items, { item, reason }, actor, AT)) };
      }
      const { items, clean, plan: composed } = gate(waiting, withForecast);
      expect(items.filter(({ open }) => open)).toEqual([]);
      expect(clean).toBe(true);
      expect(composed).toEqual(plan);
      expect(items.filter(({ kind }) => kind === 'forecast').every(({ severity }) => severity === 'warning')).toBe(
        true,
      );
      const told = items.map(({ text }) => text);
      expect(told.filter((text) => /:(focal|head|chair)\b/.test(text))).toEqual([]);
    });
  },
);

describe('a copy of last year’s campaign', () => {
  const last = plans.find(({ code }) => code === 'sl-2023')!;
  const copied = (): Preparation => ({
    source: last.code,
    reading: null,
    copied: copyForYear(last, 1),
    answers: {},
    confirmations: [],
    waivers: [],
    parent: null,
  });

  it('moves every day by a year, keeps rules as rules, and asks for what is this year’s own', () => {
    const { items, plan } = gate(copied(), surroundings);
    expect(plan).toBeNull();
    expect(items.filter(({ kind }) => kind === 'unanswered').map(({ field }) => field)).toEqual(['code']);
    expect(items.map(({ id }) => id)).toContain('answer:signatory:head-missing');
    const head = { signatory: 'Chủ tịch (mẫu)', number: '01/KH-UBND', issueDate: '2024-01-10' };
    const now: Preparation = { ...copied(), answers: { code: 'sl-2024', head } };
    const composed = gate(now, surroundings).plan!;
    expect([composed.start, composed.end, composed.name, composed.number]).toEqual([
      '2024-01-01',
      '2024-12-31',
      'Phong trào thi đua năm 2024',
      '01/KH-UBND',
    ]);
    const days = (of: typeof last) => JSON.stringify([of.steps, of.targets]).match(/"\d{4}-\d\d-\d\d"/g)!;
    expect(days(composed)).toEqual(days(last).map((day) => `"${Number(day.slice(1, 5)) + 1}${day.slice(5)}`));
    const rules = (steps: typeof last.steps) => steps.flatMap(({ duties }) => duties.map(({ due }) => due.kind));
    expect(rules(composed.steps)).toEqual(rules(last.steps));
    expect(composed.targets.map(({ value, mode }) => [value, mode])).toEqual(
      last.targets.map(({ value, mode }) => [value, mode]),
    );
    expect(composed.components?.map(({ id }) => id)).toEqual(last.components?.map(({ id }) => id));
  });

  it('holds nothing for sure before somebody has looked at it, and shows days that now fall on rest', () => {
    const head = { signatory: 'Chủ tịch (mẫu)' };
    const now: Preparation = { ...copied(), answers: { code: 'sl-2024', head } };
    const { items } = gate(now, surroundings);
    const unconfirmed = items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field);
    expect(unconfirmed).toEqual(
      expect.arrayContaining(['start', 'end', 'route', 'bodies', 'steps.report-2024H1', 'targets.U01']),
    );
    const rest = items.filter(({ kind }) => kind === 'rest-day');
    expect(rest.map(({ field }) => field)).toContain('start');
    const confirmed = confirmedAll(now);
    const open = gate(confirmed, surroundings).items.filter((item) => item.open);
    expect(open.map(({ id }) => id)).toEqual(['indicator:none']);
    const officer = { post: `${last.standingBody}:focal`, unit: last.standingBody, role: 'focal', person: null };
    const waivers = unless(waive(confirmed, open, { item: 'indicator:none', reason: 'x' }, officer, AT));
    expect(gate({ ...confirmed, waivers }, surroundings).clean).toBe(true);
  });

  it('tells what waits in words: names for bodies, titles for posts, days day first, never a structure', () => {
    const told = gate(copied(), surroundings).items.filter(({ kind }) => kind === 'unconfirmed');
    const said = new Map(told.map(({ field, text }) => [field, text]));
    const nameOf = (id: string) => world.units.find((unit) => unit.id === id)!.name;
    expect(said.get('bodies')).toContain(`: ${nameOf(last.launchingUnit)}, ${nameOf(last.standingBody)}, `);
    expect(said.get('bodies')).toContain(world.posts.find(({ id }) => id === last.chairPost)!.title);
    expect(said.get('calendar')).toMatch(/: thứ Hai đến thứ Sáu$/);
    expect(said.get('start')).toMatch(/: \d\d\/\d\d\/2024$/);
    expect(said.get('targets.U01')).toMatch(/so sánh .*hạn \d\d\/\d\d\/\d{4}/);
    const bare = told.filter(({ text, proposal }) =>
      /[{}[\]]|\d{4}-\d\d-\d\d|vn-5d|:chair|undefined|_/.test(text + proposal),
    );
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('lets one day of a step be said anew', () => {
    const step = copyForYear(last, 1).laidOut!.steps!.find(({ id }) => id === 'report-2024H1')!;
    const said = { ...step, opens: '2024-06-03' };
    const now: Preparation = {
      ...copied(),
      answers: { code: 'sl-2024', head: { signatory: 'x' }, laidOut: { steps: [said] } },
    };
    const { plan, items } = gate(now, surroundings);
    expect(plan!.steps.find(({ id }) => id === step.id)).toEqual(said);
    expect(plan!.steps).toHaveLength(last.steps.length);
    expect(items.map(({ id }) => id)).not.toContain('unconfirmed:steps.report-2024H1');
  });
});

it('a confirmation is of a value: another end is not confirmed', () => {
  const ready = confirmedAll(answered('000'));
  expect(kinds(ready)['unconfirmed']).toBeUndefined();
  const changed = { ...ready, answers: { ...ready.answers, confirmed: undefined } as never };
  expect(kinds(changed)['unconfirmed']).toBeGreaterThan(0);
});

it('a year without a table of days off stops the launch in words, not with an error', () => {
  const ready = answered('003');
  const [step] = ready.answers.steps!.filter(({ id }) => id === 'end-event');
  const steps = ready.answers.steps!.map((one) => (one === step ? { ...one, opens: '2199-10-30' } : one));
  const { items, clean } = gate({ ...ready, answers: { ...ready.answers, steps } }, surroundings);
  expect(clean).toBe(false);
  expect(items.find(({ id }) => id === 'plan:calendar-year@2199')).toMatchObject({ severity: 'must', open: true });
});

describe('a campaign that carries out another', () => {
  const parent = plans.find(({ code }) => code === 'sl-2023')!;
  const linked = (targets: { parent: string; child: string }[]): Preparation => ({
    ...confirmedAll(answered('003')),
    parent: { campaign: parent.code, targets },
  });
  const ids = (preparation: Preparation, children: NonNullable<GateSurroundings['parent']>['children'] = []) =>
    gate(preparation, { ...surroundings, parent: { plan: parent, children } }).items.filter(
      ({ kind }) => kind === 'parent',
    );

  it('shows the parent’s targets nobody took up, counting what other children do', () => {
    const other = { code: 'other', targets: parent.targets, links: [{ parent: 'U01', child: 'U01' }] };
    const untaken = ids(linked([{ parent: 'U03', child: 'W03' }]), [other]).map(({ id }) => id);
    expect(untaken).not.toContain('parent:untaken:U01');
    expect(untaken).not.toContain('parent:untaken:U03');
    expect(untaken).toContain('parent:untaken:U02');
    expect(untaken).not.toContain('parent:untaken:U08'); // a cross-check
  });

  it('is held up by links that lead nowhere, and by a parent that is not there', () => {
    const open = ids(linked([{ parent: 'Z9', child: 'Z8' }])).filter((item) => item.open);
    expect(open.map(({ id }) => id)).toEqual(['parent:Z9→', 'parent:→Z8']);
    const lost = gate(linked([]), surroundings).items.find(({ kind }) => kind === 'parent');
    expect(lost).toMatchObject({ severity: 'must', waivableBy: null, open: true });
  });
});

describe('what an officer says in the place of the text', () => {
  const ids = (preparation: Preparation) => gate(preparation, surroundings).items.map(({ id }) => id);

  it('corrects a target, and so mends the defect that speaks of it', () => {
    const ready = answered('003');
    const correction = {
      id: 'W03',
      comparator: 'at_least',
      value: 100,
      unit: '%',
      ground: 'Dự toán giao là 100 %.',
    } as const;
    const corrected: Preparation = { ...ready, answers: { ...ready.answers, corrections: [correction] } };
    expect(ids(ready)).toContain('defect:target_without_number@37');
    expect(ids(corrected)).not.toContain('defect:target_without_number@37');
    const target = gate(corrected, surroundings).plan!.targets.find(({ id }) => id === 'W03')!;
    expect(target).toMatchObject({ comparator: 'at_least', value: 100, unit: '%', explicit: true });
    expect(gate(ready, surroundings).plan!.targets).toHaveLength(3);
  });

  it('makes two targets of seed 000 one, with another level for the poor districts', () => {
    const ready = answered('000');
    const { targets, corrections = [] } = ready.answers;
    const owed = (overrides: { group: string; value: number }[]): Preparation => ({
      ...ready,
      answers: {
        ...ready.answers,
        corrections: [...corrections, { id: 'T07', drop: true, ground: 'Gộp vào T06 thành mức riêng.' }],
        targets: [
          ...targets!.map((one) => ({ ...one, ids: one.ids.filter((id) => id !== 'T06' && id !== 'T07') })),
          {
            ids: ['T06'],
            mode: 'each_unit',
            method: 'ratio',
            units: { kinds: ['district'] },
            overrides,
            ground: 'Từng huyện.',
          },
        ],
      },
    });
    const { plan } = gate(owed([{ group: 'poor_district', value: 5 }]), surroundings);
    const target = plan!.targets.find(({ id }) => id === 'T06')!;
    expect(plan!.targets.some(({ id }) => id === 'T07')).toBe(false);
    const districts = world.units.filter(({ kind, id }) => kind === 'district' && id.startsWith('sl-h'));
    const levels = districts.map((unit) => [unit.groups.includes('poor_district'), plannedFor(target, unit)]);
    expect(new Set(levels.map(([poor, level]) => `${poor} ${level}`))).toEqual(new Set(['true 5', 'false 3']));
    expect(ids(owed([{ group: 'nobody', value: 5 }]))).toContain('plan:override-without-units@T06');
  });
});
