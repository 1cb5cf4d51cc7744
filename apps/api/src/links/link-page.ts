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
import type { LinkFault, OpenLink } from './link-desk.js';

/** What a page is to say above the work: done, or why not. */
export interface PageNote {
  heading?: string;
  text: string;
  bad: boolean;
}

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#f2f3f5;color:#1c1e21;font:16px/1.5 Arial,Helvetica,sans-serif}
header{background:#8a1f1f;color:#fff;padding:10px 16px;font-size:14px}main{max-width:640px;margin:0 auto;background:#fff;padding:16px 16px 24px}
h1{font-size:21px;line-height:1.3;margin:8px 0 12px;overflow-wrap:anywhere}h2{font-size:17px;margin:24px 0 6px}p{margin:0 0 12px;overflow-wrap:anywhere}
dl{margin:0 0 16px}dt{color:#55585d;font-size:14px}dd{margin:0 0 10px;overflow-wrap:anywhere}label{display:block;margin:0 0 12px}
input,textarea{display:block;width:100%;font:inherit;padding:8px;border:1px solid #80848a;border-radius:3px}
button{font:inherit;font-weight:bold;color:#fff;background:#0b4f9e;border:0;border-radius:3px;padding:10px 18px;min-height:44px}
a{color:#0b4f9e}.note{border-left:4px solid #1d6b35;padding:8px 12px;background:#eef6f0}.bad{border-color:#a3231f;background:#fbefee}
.small{font-size:14px;color:#55585d}button:focus,input:focus,textarea:focus,a:focus{outline:3px solid #f0a500;outline-offset:2px}`;

const FRAME = Handlebars.compile<{ language: Language; title: string; brand: string; body: string }>(
  `<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>{{title}}</title><style>${STYLE}</style></head>
<body><header>{{brand}}</header><main>{{{body}}}</main></body></html>`,
  { strict: true },
);

const WORK = Handlebars.compile(
  `<h1>{{title}}</h1>
{{#if note}}<div class="note{{#if note.bad}} bad{{/if}}" role="status">{{#if note.heading}}<strong>{{note.heading}}</strong><br>{{/if}}{{note.text}}</div>{{/if}}
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

const NOTICE = Handlebars.compile<{ heading: string; text: string; link: string; label: string }>(
  `<h1>{{heading}}</h1><p>{{text}}</p><p><a href="{{link}}">{{label}}</a></p>`,
  { strict: true },
);

const framed = (language: Language, title: string, body: string): string =>
  FRAME({ language, title, brand: say('mail.brand', {}, language), body });

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

/** Where `List-Unsubscribe` leads: reminders do not end by it, and it says so. In both languages, for it knows nobody. */
export function preferencesPage(): string {
  const part = (language: Language): string =>
    NOTICE({
      heading: say('link.preferences.heading', {}, language),
      text: say('link.preferences.text', {}, language),
      link: '/thong-bao/tuy-chon',
      label: say('link.preferences.open', {}, language),
    });
  return framed('vi', say('link.preferences.heading'), `${part('vi')}<div lang="en">${part('en')}</div>`);
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
