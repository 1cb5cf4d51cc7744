import { type Course } from '../campaign.js';
import { Findings, type Difference } from '../difference.js';
import { type NoticeRow } from '../dump.types.js';
import { noticeKey, noticesOf, type ExpectedNotice } from '../notices.js';
import { readerOf } from '../recipients.js';
import { dayOf, instant, show, type Instant } from '../time.js';
import { type World } from '../world.js';

const LEFT = ['sent', 'failed', 'unconfirmed'];

const kindOf = (act: string) => (act === 'escalate' ? 'escalation' : 'notice');

/** All expected notices; of equal keys the first, since a rung reaches a post once per version. */
export function expectedNotices(world: World, courses: Course[]): Map<string, ExpectedNotice> {
  const byKey = new Map<string, ExpectedNotice>();
  const all = courses.flatMap((c) => c.lives).flatMap((l) => noticesOf(world, l));
  for (const n of all) if (!byKey.has(n.key)) byKey.set(n.key, n);
  return byKey;
}

/** Each notice that had to be made is there once, said to the right post, left or was withdrawn as it had to. */
export function compareNotices(world: World, expected: Map<string, ExpectedNotice>): Difference[] {
  const found = new Findings();
  const seen = new Set<string>();
  const end = lastInstant(world);
  // a rung that was passed over is a record, not a notice
  for (const row of world.dump.notices.filter((n) => n.state !== 'skipped')) {
    const key = noticeKey(row.obligation, row.clockVersion, row.rung, row.post);
    const notice = expected.get(key);
    if (!notice) found.add(kindOf(row.act), key, 'none', `one at ${row.at}, ${row.state}`);
    else if (seen.has(key)) found.add(kindOf(row.act), key, 'one', 'a second one');
    else compareOne(found, world, notice, row, end);
    seen.add(key);
  }
  for (const n of expected.values()) {
    if (seen.has(n.key) || n.optional) continue;
    found.add(kindOf(n.act), n.key, `one at ${show(n.at)}, ${n.fates.join(' or ')}`, 'none');
  }
  return found.all;
}

function compareOne(found: Findings, world: World, n: ExpectedNotice, row: NoticeRow, end: Instant): void {
  const kind = kindOf(n.act);
  found.same(kind, n.key, 'at', show(n.at), show(instant(row.at)));
  found.same(kind, n.key, 'phase', n.phase, row.phase);
  found.same(kind, n.key, 'act', n.act, row.act);
  found.same(kind, n.key, 'class', n.class, row.class);
  if (n.class === 'digest' || row.slotAt !== null)
    found.same(kind, n.key, 'slot at', show(n.leavesAt), show(instant(row.slotAt)));
  const audience = [row.audience].flat();
  if (!audience.every((a) => (n.audiences as string[]).includes(a)))
    found.add(kind, n.key, `audience ${n.audiences.join(' or ')}`, audience.join(', '));
  if (!fateHolds(world, n, row.state, end)) found.add(kind, n.key, n.fates.join(' or '), row.state);
  else if (row.state !== 'sent' && LEFT.concat('withdrawn').includes(row.state) && !row.reason)
    found.add(kind, n.key, 'a reason', `${row.state} without one`);
}

/** Mail that left may have failed or stand unconfirmed; a slot after the end of the world keeps its notices waiting. */
function fateHolds(world: World, n: ExpectedNotice, state: string, end: Instant): boolean {
  if (n.leavesAt > end && state === 'waiting') return true;
  if (n.fates.includes('withdrawn') && state === 'withdrawn') return true;
  if (!n.fates.includes('sent')) return false;
  return readerOf(world, n.post, dayOf(n.leavesAt)) ? LEFT.includes(state) : state === 'failed';
}

function lastInstant(world: World): Instant {
  const { campaigns, actions, messages } = world.dump;
  const all = [...campaigns.map((c) => c.closedAt), ...actions.map((a) => a.at), ...messages.map((m) => m.sentAt)];
  return all.reduce((last, at) => Math.max(last, instant(at) ?? last), 0);
}
