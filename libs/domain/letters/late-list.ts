import { say } from '../messages/say.js';
import { localDateOf } from '../time/local-date.js';
import { instantInWords, lateRows, unitsOf, type LateWork } from './late-work.js';
import { letterhead, signed, yearOf, type Signed } from './letterhead.js';
import type { Issuer, LetterContent } from './letter.types.js';

/** Rows of one list: about forty pages, half a second of one core for a PDF; what is beyond is counted. */
export const LATE_LIST_ROWS = 500;

export interface LateListFacts extends Signed {
  id: string;
  issuer: Issuer;
  asOf: Date;
  campaign: string;
  /** Longest late first; at most `LATE_LIST_ROWS` are listed. */
  works: LateWork[];
  /** All that are late, also those beyond the rows. */
  total: number;
}

/** The named list of who is late, as of an instant. */
export function lateList(facts: LateListFacts): LetterContent {
  const { id, asOf, campaign, works, total } = facts;
  const day = localDateOf(asOf);
  const head = letterhead(facts.issuer, day, yearOf(day));
  const foot = signed(facts);
  const listed = works.slice(0, LATE_LIST_ROWS);
  const left = total - listed.length;
  return {
    kind: 'late_list',
    id,
    fields: {
      ...head.fields,
      ...foot.fields,
      ten_loai: say('letter.list.type'),
      trich_yeu: say('letter.list.subject', { campaign }),
      thoi_diem: say('letter.as-of', { at: instantInWords(asOf) }),
    },
    lists: {
      ...head.lists,
      ...foot.lists,
      viec_cham: lateRows(listed, asOf),
      tong_hop: [
        total === 0
          ? say('letter.list.nobody')
          : say('letter.list.sum', { units: unitsOf(listed).length, count: listed.length }),
        ...(left > 0 ? [say('letter.list.more', { count: left })] : []),
      ].map((chu) => ({ chu })),
    },
  };
}
