import type { Audience, Ladder, NoticeClass, Rung, RungAct } from '#libs/domain';

const VERSION = '2026-11';
const SOURCE = 'Mặc định của sản phẩm; không văn bản nào ấn định các mốc nhắc, mỗi phong trào có thể chọn khác';

const opens = (noticeClass: NoticeClass = 'digest'): Rung => ({
  id: 'open',
  act: 'open',
  at: { anchor: 'opens', durationMs: 0 },
  audience: ['focal'],
  class: noticeClass,
});

/** `n` working days before (negative) or after the due day; the id reads act and distance, e.g. `remind-5`, `escalate+3`. */
const days = (act: RungAct, n: number, ...audience: Audience[]): Rung => ({
  id: `${act}${n > 0 ? '+' : ''}${n}`,
  act,
  at: { anchor: 'due', workingDays: n },
  audience,
  class: 'digest',
});

const instant = (act: RungAct, ms: number, ...audience: Audience[]): Rung => ({
  id: act,
  act,
  at: { anchor: 'due', durationMs: ms },
  audience,
  class: 'instant',
});

const ladder = (id: string, ...rungs: Rung[]): Ladder => ({ id, version: VERSION, source: SOURCE, rungs });

export const ladders: Ladder[] = [
  ladder(
    'report',
    opens(),
    days('remind', -10, 'focal'),
    days('remind', -5, 'focal'),
    days('remind', -2, 'focal', 'head'),
    days('urge', 1, 'head'),
    days('escalate', 3, 'head', 'superior', 'standing_body'),
    days('escalate', 5, 'chair'),
  ),
  ladder(
    'pledge',
    opens(),
    days('remind', -5, 'focal'),
    days('remind', -2, 'focal', 'head'),
    days('urge', 1, 'head'),
    days('escalate', 3, 'superior'),
  ),
  /** What somebody enters and the campaign waits for: it never locks, so its last rung reaches the chair. */
  ladder(
    'entered',
    opens(),
    days('remind', -2, 'focal'),
    days('urge', 1, 'head'),
    days('escalate', 3, 'superior', 'chair'),
  ),
  ladder(
    'review',
    days('remind', -1, 'reviewer'),
    days('urge', 1, 'reviewer', 'superior'),
    days('escalate', 3, 'standing_body', 'chair'),
  ),
  ladder('return', days('remind', -1, 'focal'), days('urge', 1, 'head'), days('escalate', 3, 'superior')),
  ladder('vote', opens(), days('remind', -1, 'focal')),
  /** Deadlines seconds away, on the real clock; milliseconds. */
  ladder(
    'drill',
    opens('instant'),
    instant('remind', -1000, 'focal'),
    instant('urge', 500, 'head'),
    instant('escalate', 1000, 'superior'),
  ),
];

/** @param id `id`, or `id@version` where it was pinned  @throws RangeError naming the known ones */
export function ladderById(id: string): Ladder {
  const found = ladders.find((one) => one.id === id || `${one.id}@${one.version}` === id);
  if (!found) throw new RangeError(`unknown ladder ${id}; known: ${ladders.map((one) => one.id).join(', ')}`);
  return found;
}
