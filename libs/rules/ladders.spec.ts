import { agenda, endOfDay, instantAt, localDateOf, type Clock } from '#libs/domain';
import { vn5d } from './calendars/index.js';
import { ladderById, ladders } from './ladders.js';

describe('ladders', () => {
  it.each(ladders.map(({ id }) => id))('%s has a version, a source, and rungs that can be placed', (id) => {
    const ladder = ladderById(id);
    expect(ladder.version).toBeTruthy();
    expect(ladder.source).toBeTruthy();
    expect(new Set(ladder.rungs.map((rung) => rung.id)).size).toBe(ladder.rungs.length);
    for (const { at, audience, class: noticeClass } of ladder.rungs) {
      expect((at.workingDays === undefined) !== (at.durationMs === undefined)).toBe(true);
      expect(audience.length).toBeGreaterThan(0);
      expect(noticeClass).toBe(id === 'drill' ? 'instant' : 'digest');
    }
  });

  it('speaks ever higher the later a report is', () => {
    const clock: Clock = {
      version: 1,
      phase: 'submission',
      ladder: 'report',
      calendar: 'vn-5d',
      opensAt: instantAt('2026-05-15', '07:00'),
      dueAt: endOfDay('2026-06-14'),
      lockAt: null,
    };
    // 14/6/2026 is a Sunday: reminders are counted from Friday 12/6.
    const told = agenda(clock, ladderById('report'), vn5d).map(({ at, rung, audience }) => [
      localDateOf(at),
      rung,
      audience.join(),
    ]);
    expect(told).toEqual([
      ['2026-05-15', 'open', 'focal'],
      ['2026-05-29', 'remind-10', 'focal'],
      ['2026-06-05', 'remind-5', 'focal'],
      ['2026-06-10', 'remind-2', 'focal,head'],
      ['2026-06-14', 'overdue', ''],
      ['2026-06-15', 'urge+1', 'head'],
      ['2026-06-17', 'escalate+3', 'head,superior,standing_body'],
      ['2026-06-19', 'escalate+5', 'chair'],
    ]);
  });

  it('finds by id and by pinned version, and refuses another', () => {
    expect(ladderById(`review@${ladderById('review').version}`)).toBe(ladderById('review'));
    expect(() => ladderById('none')).toThrow('report, pledge, entered, review, return, vote, drill');
  });
});
