import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { leastOf, type Share } from './share.js';

/** Members are post ids; an item is what is voted on, e.g. a unit's id. */
export interface Vote {
  member: string;
  item: string;
  choice: 'yes' | 'no' | 'blank';
}

/** A member with an interest in an item: gives no vote on it, the base stays (`reference/domain.md` 2.2.5, [D]). */
export interface Recusal {
  member: string;
  item: string;
}

export interface Attendance {
  present: readonly string[];
  /** Absent members who gave a written opinion, recorded in the minutes. */
  written: readonly string[];
  /** Whether the rule of this council counts written opinions as attendance. */
  countWritten: boolean;
}

export interface Quorum {
  members: number;
  needed: number;
  present: number;
  written: number;
  /** What is held against `needed`. */
  counted: number;
  met: boolean;
}

export interface Tally {
  item: string;
  yes: number;
  no: number;
  blank: number;
  /** Members who neither voted nor were recused. */
  missing: number;
  recused: number;
  needed: number;
  passed: boolean;
}

/** May the council sit? Counted on all members; somebody who is no member, or is listed twice, is a refusal. */
export function quorum(members: readonly string[], attendance: Attendance, attendanceShare: Share): Quorum | Refusal {
  const { present, written, countWritten } = attendance;
  const here = new Set(present);
  const stranger = [...present, ...written].find((member) => !members.includes(member));
  if (stranger !== undefined) return refuse('not-a-member', { member: stranger });
  const twice = written.find((member) => here.has(member));
  if (twice !== undefined) return refuse('listed-twice', { member: twice });
  const opinions = new Set(written).size;
  const least = leastOf(members.length, attendanceShare);
  const counted = here.size + (countWritten ? opinions : 0);
  return {
    members: members.length,
    needed: least,
    present: here.size,
    written: opinions,
    counted,
    met: counted >= least,
  };
}

/**
 * Yes votes an item needs: the share of **all** members, rounded up, present or not (NĐ 98/2023 art. 30(7)).
 * 10 members and 90 %: 9; 9 members and 80 %: 8. @throws RangeError for a council without members or a share outside 0-1
 */
export function needed(members: number, yesShare: Share): number {
  return leastOf(members, yesShare);
}

/**
 * Counts the votes per item. A vote by somebody who is no member, on something not on the ballot, by a recused member, or a second
 * vote on the same item refuses the whole count in words: a count with a doubtful ballot is no count.
 * @param leastYes from `needed`; recusal shrinks the yes votes one can get, never this number
 */
export function tally(
  votes: readonly Vote[],
  items: readonly string[],
  members: readonly string[],
  leastYes: number,
  recusals: readonly Recusal[] = [],
): Tally[] | Refusal {
  const recused = new Set(recusals.filter(({ member }) => members.includes(member)).map(keyOf));
  const cast = new Set<string>();
  for (const vote of votes) {
    const { member, item } = vote;
    if (!members.includes(member)) return refuse('not-a-member', { member });
    if (!items.includes(item)) return refuse('not-on-the-ballot', { item });
    if (recused.has(keyOf(vote))) return refuse('recused-vote', { member, item });
    if (cast.has(keyOf(vote))) return refuse('double-vote', { member, item });
    cast.add(keyOf(vote));
  }
  return items.map((item) => {
    const of = (choice: Vote['choice']) => votes.filter((vote) => vote.item === item && vote.choice === choice).length;
    const counts = { yes: of('yes'), no: of('no'), blank: of('blank') };
    const away = members.filter((member) => recused.has(keyOf({ member, item }))).length;
    const absent = members.length - away - counts.yes - counts.no - counts.blank;
    return { item, ...counts, missing: absent, recused: away, needed: leastYes, passed: counts.yes >= leastYes };
  });
}

const keyOf = ({ member, item }: Recusal): string => JSON.stringify([member, item]);
