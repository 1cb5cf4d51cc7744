import Handlebars from 'handlebars';
import {
  addDays,
  dueWords,
  leftWords,
  localDateOf,
  localTimeOf,
  oneLine,
  say,
  UnknownCalendarYear,
  type Language,
  type MessageCode,
  type MessageData,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { OpenLink } from './link-desk.js';
import { framed, NOTE, NOTICE, type PageNote } from './link-frame.js';
import type { LinkFault } from './link-mail.js';

const WORK = Handlebars.compile(
  `<h1>{{title}}</h1>
${NOTE}
<dl>{{#each facts}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/each}}</dl>
{{#if receive}}<form method="post" action="{{receive.action}}" id="da-nhan"><input type="hidden" name="thu" value="{{token}}">
<p class="small">{{words.receivedHelp}}</p><button>{{words.received}}</button></form>{{/if}}
{{#if delay}}<form method="post" action="{{delay.action}}" id="nop-muon"><h2>{{words.lateHeading}}</h2><p class="small">{{words.lateHelp}}</p>
<input type="hidden" name="thu" value="{{token}}">
<label>{{words.lateDay}}<input type="date" name="ngay" required min="{{delay.min}}" value="{{delay.day}}"></label>
<label>{{words.lateReason}}<textarea name="lyDo" rows="3" required maxlength="2000">{{delay.reason}}</textarea></label>
<button>{{words.late}}</button></form>{{/if}}
{{#if settled}}<p class="small" id="nop-muon">{{settled}}</p>{{/if}}
<p class="small">{{reader}}</p><p><a href="{{console}}">{{words.console}}</a></p>`,
  { strict: true },
);

/** The work behind a link, and what its reader may confirm. @param typed what stood in the form that was refused */
export function workPage(link: OpenLink, note: PageNote | null, typed?: { day: string; reason: string }): string {
  const { owed, reader, now, token } = link;
  const { language } = reader;
  const words = (code: MessageCode, data: MessageData = {}): string => say(code, data, language);
  const path = `/viec/${encodeURIComponent(owed._id)}`;
  const overdue = owed.overdueAt !== null;
  const due = [dueWords(owed.clock.dueAt, overdue, language), leftOf(link)].filter(Boolean).join(' – ');
  const readAt = link.notices.find((notice) => notice.readAt)?.readAt;
  const tomorrow = addDays(localDateOf(new Date(Math.max(now.getTime(), owed.clock.dueAt.getTime()))), 1);
  const body = WORK({
    title: oneLine(owed.title),
    note: note ?? (readAt ? receivedNote(readAt, language) : null) ?? false,
    facts: [
      { label: words('link.unit'), value: oneLine(link.unitName) },
      { label: words('link.campaign'), value: oneLine(link.campaignName) },
      { label: words('link.due'), value: due },
      { label: words('link.state'), value: words(`state.${owed.state}` as MessageCode) },
    ],
    receive: readAt ? false : { action: `${path}/da-nhan` },
    delay: link.mayDelay && {
      action: `${path}/nop-muon`,
      min: tomorrow,
      day: typed?.day ?? '',
      reason: typed?.reason ?? '',
    },
    settled: link.mayDelay || owed.clock.phase === 'review' ? false : words('link.settled'),
    token,
    reader: words('link.reader', { name: oneLine(reader.name), post: oneLine(link.postTitle) }),
    console: path,
    words: {
      received: words('link.received.button'),
      receivedHelp: words('link.received.help'),
      lateHeading: words('link.late.heading'),
      lateHelp: words('link.late.help'),
      lateDay: words('link.late.day'),
      lateReason: words('link.late.reason'),
      late: words('link.late.button'),
      console: words('link.console'),
    },
  });
  return framed(language, `${words('link.title')}: ${oneLine(owed.title)}`, body);
}

export const receivedNote = (at: Date, language: Language): PageNote => ({
  text: say('link.received.done', { time: localTimeOf(at), day: localDateOf(at) }, language),
  bad: false,
});

/** Why a link opens nothing, and what to do instead. */
export function faultPage(fault: LinkFault, path: string, language: Language = 'vi'): string {
  const day = fault.fault === 'expired' ? fault.until : null;
  const heading = say(`link.${fault.fault}.heading`, {}, language);
  const text = `${say(`link.${fault.fault}.text`, { day }, language)} ${say('link.nothing-changed', {}, language)}`;
  return framed(language, heading, NOTICE({ heading, text, link: path, label: say('link.console', {}, language) }));
}

function leftOf({ owed, now, reader }: OpenLink): string | null {
  if (['accepted', 'done', 'excused', 'lapsed'].includes(owed.state)) return null;
  try {
    return leftWords(owed.clock.dueAt, now, ruleBook.calendar(owed.clock.calendar), reader.language);
  } catch (error) {
    if (error instanceof UnknownCalendarYear) return null;
    throw error;
  }
}
