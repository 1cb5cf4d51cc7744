import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { campaignPlan, contents, vietnameseErrors } from '#libs/contracts/http/index.js';
import { fieldErrors } from './validation.js';
import { storeIsAway } from './store-away.js';

describe('contracts', () => {
  beforeAll(() => void z.config({ customError: vietnameseErrors }));
  afterAll(() => void z.config({ customError: undefined }));

  it('keep message files complete in Vietnamese: no sentence of zod itself comes through', () => {
    const wrong = campaignPlan.safeParse({
      code: 'có dấu',
      steps: [],
      award: null,
      start: '2023-02-30',
      targets: 'x',
      scoring: [{ max: -1 }],
    });
    const messages = fieldErrors(wrong.error!.issues).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.filter((message) => /invalid|expected|required|too /i.test(message))).toEqual([]);
  });

  it('name each unknown field by its path', () => {
    const { error } = contents.covenant.safeParse({
      signedBy: 'a:head',
      pledges: [{ target: 'T1', value: 1, more: 2 }],
      extra: 1,
    });
    expect(
      fieldErrors(error!.issues, 'content')
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['content.extra', 'content.pledges.0.more']);
  });

  it('hold one schema for each kind of obligation', () => {
    const source = readFileSync('libs/domain/plan/plan.types.ts', 'utf8');
    const kinds = /export type StepKind =([\s\S]*?);/
      .exec(source)![1]!
      .match(/'(\w+)'/g)!
      .map((kind) => kind.slice(1, -1));
    const expected = [...kinds.filter((kind) => kind !== 'council'), 'vote', 'minutes'].sort();
    expect(Object.keys(contents).sort()).toEqual(expected);
  });
});

describe('a store that is away', () => {
  it('is told apart from a refused write', () => {
    const named = (name: string) => Object.assign(new Error('x'), { name });
    expect(storeIsAway(named('MongoServerSelectionError'))).toBe(true);
    expect(storeIsAway(Object.assign(new Error('x'), { code: 91 }))).toBe(true);
    expect(storeIsAway(Object.assign(new Error('x'), { code: 11000 }))).toBe(false);
    expect(storeIsAway(new Error('bug'))).toBe(false);
  });
});
