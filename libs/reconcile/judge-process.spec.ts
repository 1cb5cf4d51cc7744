import type { ProcessDoc } from '#libs/store';
import { judgeProcess, type Execution } from './judge-process.js';

const NOW = new Date('2026-11-21T03:00:00Z');
const GRACE = 5_000;
const running: Execution = { status: 'RUNNING', failing: null };

const record = (fields: Partial<ProcessDoc> = {}): ProcessDoc => ({
  _id: 'cohort.X.report.commune.1',
  type: 'cohortWorkflow',
  campaign: 'X',
  step: 'report',
  level: 'commune',
  turn: 4,
  asleep: 4,
  sleepsUntil: new Date('2026-11-22T00:00:00Z'),
  nudge: 3,
  seen: 3,
  finished: false,
  awake: false,
  createdAt: NOW,
  ...fields,
});

describe('a process record beside its workflow', () => {
  it('agrees with a workflow that sleeps towards its hour', () => {
    expect(judgeProcess(record(), running, NOW, GRACE)).toBeNull();
  });

  it.each(['NOT_FOUND', 'TERMINATED', 'FAILED', 'TIMED_OUT', 'COMPLETED'])(
    'is lost when its workflow is %s',
    (status) => {
      expect(judgeProcess(record(), { status, failing: null }, NOW, GRACE)).toBe('workflow-lost');
    },
  );

  it('needs no workflow once it is finished', () => {
    expect(judgeProcess(record({ finished: true }), { status: 'NOT_FOUND', failing: null }, NOW, GRACE)).toBeNull();
  });

  it('missed its wake when its hour passed in its sleep', () => {
    const late = record({ sleepsUntil: new Date(NOW.getTime() - GRACE - 1) });
    expect(judgeProcess(late, running, NOW, GRACE)).toBe('wake-missed');
    const justNow = record({ sleepsUntil: new Date(NOW.getTime() - GRACE) });
    expect(judgeProcess(justNow, running, NOW, GRACE)).toBeNull();
  });

  it('missed its wake when it sleeps although somebody nudged', () => {
    expect(judgeProcess(record({ nudge: 4 }), running, NOW, GRACE)).toBe('wake-missed');
  });

  it('is at work, not lost, while it examines', () => {
    expect(judgeProcess(record({ turn: 5, sleepsUntil: null, nudge: 4 }), running, NOW, GRACE)).toBeNull();
  });

  it('tells of an act that fails again and again', () => {
    const failing = { activity: 'performCohortAct', attempt: 3, failure: 'boom' };
    expect(judgeProcess(record({ turn: 5 }), { status: 'RUNNING', failing }, NOW, GRACE)).toBe('act-failing');
    expect(
      judgeProcess(record({ turn: 5 }), { status: 'RUNNING', failing: { ...failing, attempt: 2 } }, NOW, GRACE),
    ).toBeNull();
  });
});
