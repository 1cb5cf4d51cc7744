import { Course } from './campaign.js';
import { compare, inWords } from './compare.js';
import { type Action, type Duty, type Dump, type Step } from './dump.types.js';
import { at, end } from './example/facts.js';
import { example } from './example/world.js';
import { show } from './time.js';
import { worldOf } from './world.js';

const quick: Omit<Duty, 'kind' | 'level' | 'owes' | 'to'> = {
  due: { kind: 'by', date: '2020-03-05' },
  lockAfter: 1,
  reviewWithin: 2,
  resubmitWithin: 1,
  ladder: 'std',
};
const district = { level: 'standing', owes: { units: ['D'] }, to: { unit: 'D' } };

function courseOf(steps: Step[], actions: Partial<Action>[] = [], change: (d: Dump) => void = () => {}) {
  const dump = example();
  dump.plans[0]!.steps = steps;
  dump.actions = actions.map((a) => ({ type: 'submit', ...a }) as Action);
  change(dump);
  return { dump, course: new Course(worldOf(dump), dump.plans[0]!, Date.parse(at(2, '10:00'))) };
}

const opened = (course: Course) => course.all.map((s) => show(s.openedAt));

it('opens a follow-up after the conclusion, on its own day, and closes when it is finished', () => {
  const steps: Step[] = [
    { id: 'e', kind: 'event', after: [], duties: [{ ...quick, ...district, kind: 'event' }] },
    {
      id: 'f',
      kind: 'follow_up',
      opens: '2020-03-10',
      after: [],
      duties: [{ ...quick, ...district, kind: 'follow_up', level: 'f1', due: { kind: 'by', date: '2020-03-11' } }],
    },
  ];
  const { course } = courseOf(steps, [{ obligation: 'P.e.event.D.main', at: at(9, '09:00') }]);
  expect(opened(course)).toEqual([at(2, '10:00'), at(10, '07:00')]);
  expect(show(course.concludedAt)).toBe(at(9, '09:00'));
  expect(show(course.closedAt)).toBe(end(12));
  expect(course.lives.map((l) => [l.laid.id, l.state])).toEqual([
    ['P.e.event.D.main', 'done'],
    ['P.f.follow_up.D.f1', 'lapsed'],
  ]);
  // an event never locks: late, but it ends
  expect(course.lives[0]!.onTime).toBe(false);
});

it('opens on the latest day what still waits, and lets a finished step without obligations pass at once', () => {
  const waits = (id: string, atLatest?: string): Step => ({
    id,
    kind: 'interim_review',
    after: [{ step: 'e', is: 'finished', atLatest }],
    duties: [],
  });
  const event: Step = { id: 'e', kind: 'event', after: [], duties: [{ ...quick, ...district, kind: 'event' }] };
  const last: Step = { id: 'z', kind: 'ranking', after: [{ step: 'a', is: 'finished' }], duties: [] };
  const { course } = courseOf([event, waits('a', '2020-03-04'), waits('b'), last]);
  expect(opened(course)).toEqual([at(2, '10:00'), at(4, '07:00'), 'none', at(4, '07:00')]);
  expect(course.concludedAt).toBeNull();
});

it('excuses a report before it opens; the step is finished only once it has opened', () => {
  const report: Duty = { ...quick, kind: 'report', level: 'commune', owes: { units: ['A'] }, to: 'parent' };
  const step: Step = { id: 'r', kind: 'report', opens: '2020-03-04', after: [], duties: [report] };
  const excuse = { type: 'excuse', obligation: 'P.r.report.A.main', at: at(3, '09:00') };
  expect(show(courseOf([step], [excuse]).course.step('r').finishedAt)).toBe(at(4, '07:00'));
});

it('verifies each participant, answered by one body', () => {
  const duty: Duty = {
    ...quick,
    ...district,
    kind: 'verification',
    answeredBy: 'D',
    owes: { units: ['subjects_of_campaign'] },
  };
  const { course } = courseOf([{ id: 'v', kind: 'verification', after: [], duties: [duty] }]);
  expect(course.lives.map((l) => [l.laid.subject, l.laid.answeringUnit, l.laid.round])).toEqual([
    ['A', 'D', 'P.v.standing.D'],
    ['B', 'D', 'P.v.standing.D'],
  ]);
});

describe('a council', () => {
  const step: Step = {
    id: 'k',
    kind: 'council',
    after: [],
    duties: [
      { ...quick, ...district, kind: 'vote' },
      { ...quick, ...district, kind: 'minutes' },
    ],
    council: { unit: 'D', members: ['D:m1', 'D:m2', 'D:m3'], secretary: 'D:focal' },
  };
  const vote = (line: string, day: number): Partial<Action> => ({
    obligation: `P.k.vote.D.${line}`,
    submission: `v${line}`,
    at: at(day, '14:00'),
  });
  const session = {
    _id: 'P.k',
    campaign: 'P',
    step: 'k',
    members: ['D:m1', 'D:m2', 'D:m3'],
    threshold: { yesShare: 0.9, attendanceShare: 0.8, verified: true },
    needed: 3,
    present: ['D:m1', 'D:m2'],
    items: ['A'],
    tally: [{ item: 'A', yes: 1, no: 1, blank: 0 }],
    state: 'closed',
  };
  const found = (change: Partial<typeof session>) => {
    const { dump } = courseOf([step], [vote('m1', 3), vote('m2', 3)], (d) => {
      d.sessions = [{ ...session, ...change }];
      d.submissions = ['m1', 'm2'].map((m, i) => ({
        _id: `v${m}`,
        obligation: `P.k.vote.D.${m}`,
        attempt: 1,
        at: at(3, '14:00'),
        content: { votes: [{ item: 'A', vote: i === 0 ? 'yes' : 'no' }] },
      }));
    });
    return compare(dump)
      .filter((f) => f.kind === 'council')
      .map(inWords);
  };

  it('is counted again from the votes', () => {
    expect(found({})).toEqual([]);
    expect(found({ tally: [{ item: 'A', yes: 2, no: 0, blank: 0 }] })).toHaveLength(1);
  });

  it('needs its share of all members', () => {
    expect(found({ needed: 2 })).toEqual(['council P.k: expected needed 3, found needed 2']);
  });

  it('may not borrow a share that nobody has answered', () => {
    expect(found({ threshold: { yesShare: 0.9, attendanceShare: 0.8, verified: false } })[0]).toContain('as answered');
  });
});
