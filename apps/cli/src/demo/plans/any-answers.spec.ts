import fc from 'fast-check';
import { planAnswers } from '#libs/contracts/http/index.js';
import { forecast } from '#libs/domain';
import { obligationId, roundId } from '#libs/contracts';
import { gate, type GateSurroundings, type Preparation } from '#libs/domain/preparation/index.js';
import { calendarById, ruleBook } from '#libs/rules';
import { readDemoData } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import { PLAN_NUMBERS } from './draft-plan.js';
import { readSeed } from './read-seed.js';

const { plans: _, ...world } = demoWorld(1);
const surroundings: GateSurroundings = {
  ...world,
  calendar: (id) => {
    try {
      return calendarById(id);
    } catch {
      return null;
    }
  },
  codeTaken: false,
  parent: null,
  forecast: (plan) =>
    forecast({
      plan,
      launchedAt: new Date(`${plan.start}T02:00:00Z`),
      organisation: world,
      rules: ruleBook,
      ids: { obligation: obligationId, round: roundId },
    }),
};

type Node = Record<string, unknown>;

/** Every place in the answers, as a path. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return at.length ? [at] : [];
  return [...(at.length ? [at] : []), ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...at, name]))];
}

/** The answers with one place gone or holding something else. */
function changed(answers: unknown, path: string[], to: unknown): unknown {
  const copy = structuredClone(answers) as Node;
  const parent = path.slice(0, -1).reduce<Node>((node, name) => node[name] as Node, copy);
  const last = path.at(-1)!;
  if (to !== undefined) parent[last] = to;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

const seeds = PLAN_NUMBERS.filter((number) => number !== '000').map((number) => ({
  ...readSeed(number),
  answers: readDemoData<object>('answers', `${number}.yaml`),
}));
const OTHERS = [
  undefined,
  [],
  {},
  'td',
  'sl',
  'W01',
  'standing',
  'nowhere',
  '2019-02-28',
  '2099-12-31',
  '0100-01-01',
  true,
  0,
  3,
  28,
];

it('whatever an officer answers, the gate says what is missing and never breaks', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...OTHERS)), { minLength: 1, maxLength: 3 }),
      (seed, changes) => {
        let answers: unknown = seed.answers;
        for (const [n, to] of changes) {
          const paths = pathsOf(answers);
          answers = changed(answers, paths[n % paths.length]!, to);
        }
        const parsed = planAnswers.safeParse(answers);
        if (!parsed.success) return;
        accepted += 1;
        const preparation: Preparation = {
          source: seed.file,
          reading: seed.reading,
          copied: null,
          answers: parsed.data,
          confirmations: [],
          waivers: [],
          parent: null,
        };
        const { items, clean } = gate(preparation, surroundings);
        expect(clean).toBe(false);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      },
    ),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(15);
});
