import type { Audience, Ladder, LadderBook, LadderBounds, NoticeClass, Rung, RungAct } from '#libs/domain';

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
  /** The answer to a difficulty that a report raised: somebody below waits, so it never locks and reaches the chair. */
  ladder(
    'answer',
    opens(),
    days('remind', -3, 'focal'),
    days('remind', -1, 'focal', 'head'),
    days('urge', 1, 'head'),
    days('escalate', 3, 'superior', 'standing_body'),
    days('escalate', 5, 'chair'),
  ),
];

/** `report_r7_r3_u2_e5`: a ladder of the rules with rungs on other days. All of it is in the id, so that a clock pins it whole. */
const VARIED = /^([a-z]+)((?:_[rue]\d{1,3})+)$/;
const ACTS = { r: 'remind', u: 'urge', e: 'escalate' } as const;
const made = new Map<string, Ladder>();

/**
 * @param id `id`, or `id@version` where it was pinned, or a variation `<id>_<rung>_…` with rungs `rN` (reminded N working days before),
 * `uN`, `eN` (urged, escalated N after)
 * @throws RangeError naming the known ones
 */
export function ladderById(id: string): Ladder {
  const found = ladders.find((one) => one.id === id || `${one.id}@${one.version}` === id) ?? variation(id);
  if (!found) throw new RangeError(`unknown ladder ${id}; known: ${ladders.map((one) => one.id).join(', ')}`);
  return found;
}

function variation(pinned: string): Ladder | undefined {
  const [id = '', version = VERSION] = pinned.split('@');
  const [, base, rungs] = VARIED.exec(id) ?? [];
  const varied = ladders.find((one) => one.id === base && one.id !== 'drill');
  if (!varied || version !== varied.version) return undefined;
  const known = made.get(id);
  if (known) return known;
  const parts = rungs!
    .slice(1)
    .split('_')
    .map(read)
    .sort((a, b) => a.n - b.n);
  const own = parts.map(({ act, n }, at) => {
    const same = parts.filter((one) => one.act === act);
    return rungLike(varied, act, n, same.indexOf(parts[at]!), same.length - 1);
  });
  const opening = varied.rungs.filter(({ act }) => act === 'open');
  const ladder = { ...varied, id, rungs: [...opening, ...own] };
  made.set(id, ladder);
  return ladder;
}

function read(part: string): { act: (typeof ACTS)[keyof typeof ACTS]; n: number } {
  const act = ACTS[part[0] as keyof typeof ACTS];
  const days = Number(part.slice(1));
  return { act, n: act === 'remind' ? 0 - days : days };
}

/** Before the due day the last reminder speaks as the last of the ladder it varies; after it the k-th as the k-th. */
function rungLike({ rungs }: Ladder, act: 'remind' | 'urge' | 'escalate', n: number, k: number, last: number): Rung {
  const like = rungs.filter((rung) => rung.act === act);
  const model = act === 'remind' ? (k === last ? like.at(-1) : like[0]) : (like[k] ?? like.at(-1));
  return days(act, n, ...(model?.audience ?? (act === 'escalate' ? ['superior' as const] : ['head' as const])));
}

/** What a ladder of a campaign keeps to. */
export const ladderBounds: LadderBounds = {
  most: { remind: 4, urge: 2, escalate: 3 },
  lastReminder: 3,
  firstAfter: 5,
  source: SOURCE,
};

/** The ladders that the gate lets a plan name. */
export const ladderBook: LadderBook = {
  bounds: ladderBounds,
  byId(id) {
    const base = VARIED.exec(id)?.[1] ?? id;
    try {
      return { ladder: ladderById(id), varied: ladderById(base) };
    } catch {
      return null;
    }
  },
};
