import { clockKey, type Clock } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { dueInstant, judgeObligation } from './judge-obligation.js';

const NOW = new Date('2026-10-05T03:00:00Z');
const clock: Clock = {
  version: 1,
  phase: 'submission',
  ladder: 'report',
  calendar: 'vn-5d',
  opensAt: new Date('2026-09-03T00:00:00Z'),
  dueAt: new Date('2026-10-15T16:59:59.999Z'),
  lockAt: new Date('2026-10-29T16:59:59.999Z'),
};
const sound = {
  state: 'open' as const,
  clock,
  clockKey: clockKey(clock),
  settled: false,
  nextAt: new Date('2026-10-08T00:00:00Z') as Date | null,
};

describe('the record of an obligation', () => {
  it('is sound with an instant to wait for', () => {
    expect(judgeObligation(sound, NOW, ruleBook)).toEqual([]);
  });

  it('lacks its clock when reminders are to come and nothing waits for them', () => {
    expect(judgeObligation({ ...sound, nextAt: null }, NOW, ruleBook)).toEqual(['clock-missing']);
    expect(dueInstant(sound, NOW, ruleBook)?.toISOString()).toBe('2026-10-08T00:00:00.000Z');
  });

  it('lacks its clock when it never opened, and waits for the opening even if that has passed', () => {
    const scheduled = { ...sound, state: 'scheduled' as const, nextAt: null };
    expect(judgeObligation(scheduled, NOW, ruleBook)).toEqual(['clock-missing']);
    expect(dueInstant(scheduled, NOW, ruleBook)).toEqual(clock.opensAt);
  });

  it('still owes its lock when that passed without effect', () => {
    const after = new Date('2026-11-05T00:00:00Z');
    expect(dueInstant(sound, after, ruleBook)).toEqual(clock.lockAt);
    expect(judgeObligation({ ...sound, nextAt: null }, after, ruleBook)).toEqual(['clock-missing']);
  });

  it('waits for nobody after the last rung of what never locks', () => {
    const entered = { ...clock, ladder: 'entered', lockAt: null };
    const record = { ...sound, clock: entered, clockKey: clockKey(entered), nextAt: null };
    expect(judgeObligation(record, new Date('2026-11-05T00:00:00Z'), ruleBook)).toEqual([]);
  });

  it('has no instant left once it is final', () => {
    const accepted = { ...sound, state: 'accepted' as const, settled: true };
    expect(judgeObligation(accepted, NOW, ruleBook)).toEqual(['clock-after-end']);
    expect(judgeObligation({ ...accepted, nextAt: null }, NOW, ruleBook)).toEqual([]);
  });

  it('is sound while it is parked and looked at again when its repair clock ends', () => {
    const parked = { ...sound, state: 'parked' as const, nextAt: NOW };
    expect(judgeObligation(parked, NOW, ruleBook)).toEqual([]);
    expect(judgeObligation({ ...parked, nextAt: null }, NOW, ruleBook)).toEqual(['clock-missing']);
  });

  it('lacks its clock when its agenda cannot be computed: now the engine looks, and parks it', () => {
    const beyond = { ...clock, dueAt: new Date('2141-01-15T16:59:59.999Z'), lockAt: null };
    const record = { ...sound, clock: beyond, clockKey: clockKey(beyond), nextAt: null };
    expect(judgeObligation(record, NOW, ruleBook)).toEqual(['clock-missing']);
    expect(dueInstant(record, NOW, ruleBook)).toEqual(NOW);
  });

  it('runs the clock of its state', () => {
    expect(judgeObligation({ ...sound, state: 'submitted' as const }, NOW, ruleBook)).toEqual(['clock-unlike-state']);
  });

  it('tells when what is derived does not follow', () => {
    expect(judgeObligation({ ...sound, settled: true }, NOW, ruleBook)).toEqual(['derived-differs']);
    expect(judgeObligation({ ...sound, clockKey: 'other' }, NOW, ruleBook)).toEqual(['derived-differs']);
  });
});
