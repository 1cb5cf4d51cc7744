import { say } from '../messages/say.js';
import { localDateOf, type LocalDate } from '../time/local-date.js';
import { instantInWords, lateRows, unitsOf, type LateWork } from './late-work.js';
import { letterhead, signed, yearOf, type Signed } from './letterhead.js';
import type { DocumentNumber, Issuer, LetterContent } from './letter.types.js';
import { addresseeLines } from './lines.js';
import { shortDate } from './number-and-place.js';

export interface UrgingFacts extends Signed {
  id: string;
  issuer: Issuer;
  /** Day written on it; null in a draft. */
  day: LocalDate | null;
  asOf: Date;
  number: DocumentNumber;
  campaign: string;
  /** The plan the work rests on, as far as it is known. */
  plan: { number: string | null; day: LocalDate | null; issuer: string };
  /** Body that collects the work. */
  receiver: string;
  /** At least one. */
  works: LateWork[];
  /** Last day that the letter asks for; it moves no deadline, and the letter says so. */
  byDay: LocalDate | null;
}

/** Công văn đôn đốc to one late unit, or to several at once. A draft: people number, date and sign it. */
export function urgingLetter(facts: UrgingFacts): LetterContent {
  const { id, asOf, campaign, receiver, works, byDay, issuer } = facts;
  const units = unitsOf(works);
  const one = units.length === 1;
  const head = letterhead(issuer, facts.day, yearOf(localDateOf(asOf)), facts.number);
  const foot = signed(facts);
  const asked = byDay === null ? say('letter.urge.soon') : say('letter.urge.by', { day: shortDate(byDay) });
  return {
    kind: 'urging_letter',
    id,
    fields: {
      ...head.fields,
      ...foot.fields,
      trich_yeu: say('letter.subject', {
        subject:
          one && works.length === 1
            ? say('letter.urge.one', { title: works[0]!.title })
            : say('letter.urge.many', { campaign }),
      }),
    },
    lists: {
      ...head.lists,
      ...foot.lists,
      kinh_gui: addresseeLines(units),
      mo_dau: [
        say('letter.urge.ground', { plan: planInWords(facts), campaign, receiver }),
        say('letter.urge.state', {
          at: instantInWords(asOf),
          body: issuer.body,
          owing: one ? units[0]! : say('letter.urge.units', { count: units.length }),
          count: works.length,
        }),
      ].map((chu) => ({ chu })),
      viec_cham: lateRows(works, asOf),
      ket_thuc: [
        say('letter.urge.ask', {
          body: issuer.body,
          owing: one ? units[0]! : say('letter.urge.those'),
          receiver,
          asked,
        }),
        say('letter.urge.difficulty'),
        ...(byDay === null ? [] : [say('letter.urge.no-extension')]),
        say('letter.end'),
      ].map((chu) => ({ chu })),
    },
  };
}

function planInWords({ plan: { number, day, issuer } }: UrgingFacts): string {
  return [
    number === null ? say('letter.plan') : say('letter.plan-number', { number }),
    ...(day === null ? [] : [say('letter.plan-day', { day: shortDate(day) })]),
    say('letter.plan-issuer', { issuer }),
  ].join(' ');
}
