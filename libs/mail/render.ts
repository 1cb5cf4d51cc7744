import Handlebars from 'handlebars';
import { localDateOf, localTimeOf, say, weekday, type MessageCode } from '#libs/domain';

/** One line of a letter: something owed, and why the reader hears of it. */
export interface LetterItem {
  act: string;
  rung: string;
  title: string;
  campaign: string;
  unit: string;
  dueAt: Date;
  overdue: boolean;
  link: string;
}

export interface LetterInput {
  reader: string;
  posts: string[];
  items: LetterItem[];
  /** Address of "Việc của tôi". */
  home: string;
}

export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

/** Most urgent first: what the superior was told, what is overdue, what returns, what comes. */
const URGENCY = ['escalate', 'urge', 'returned', 'review', 'extension_request', 'delay', 'remind', 'extension', 'open'];

/** A letter of one or many items. Everything a person typed is escaped; the plain text says the same as the page. */
export function renderLetter({ reader, posts, items, home }: LetterInput): RenderedLetter {
  const sorted = once(
    [...items].sort(
      (a, b) => rank(a) - rank(b) || a.dueAt.getTime() - b.dueAt.getTime() || (a.title < b.title ? -1 : 1),
    ),
  );
  const groups = [...new Set(sorted.map(({ act }) => act))].map((act) => ({
    heading: say(`mail.group.${act}` as MessageCode),
    items: sorted.filter((item) => item.act === act).map((item) => ({ ...item, due: dueText(item) })),
  }));
  const first = sorted[0]!;
  const subject =
    sorted.length === 1
      ? say(`mail.subject.${first.act}` as MessageCode, { title: first.title, unit: first.unit })
      : say('mail.subject.digest', { count: sorted.length });
  const view = { subject, reader, posts: posts.join(', '), groups, home, words };
  return { subject, text: TEXT(view), html: HTML(view) };
}

/** One line for one piece of work, the most urgent: a reminder need not say again that the form opened. A decision stands apart. */
function once(items: LetterItem[]): LetterItem[] {
  const told = new Set<string>();
  return items.filter(({ act, link }) => {
    if (act === 'extension' || act === 'extension_request') return true;
    const first = !told.has(link);
    told.add(link);
    return first;
  });
}

const rank = ({ act }: LetterItem): number => URGENCY.indexOf(act);

/** "17:00 thứ Sáu ngày 09/12/2026": hour and zone are always said (row 28). */
function dueText({ dueAt, overdue }: LetterItem): string {
  const day = localDateOf(dueAt);
  const [year, month, date] = day.split('-');
  const time = localTimeOf(dueAt) === '23:59' ? '24:00' : localTimeOf(dueAt);
  const data = { time, weekday: say(`weekday.${weekday(day)}` as MessageCode), day: `${date}/${month}/${year}` };
  return say(overdue ? 'mail.was-due' : 'mail.due', data);
}

const words = {
  greeting: say('mail.greeting'),
  because: say('mail.because'),
  open: say('mail.open'),
  automatic: say('mail.automatic'),
};

const TEXT = Handlebars.compile(
  `{{words.greeting}} {{reader}},

{{#each groups}}{{heading}}
{{#each items}}- {{title}} – {{unit}}
  {{due}}
  {{campaign}}
  {{link}}

{{/each}}
{{/each}}
{{words.open}}: {{home}}

{{words.because}} {{posts}}.
{{words.automatic}}
`,
  { noEscape: true },
);

const HTML =
  Handlebars.compile(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{subject}}</title></head>
<body style="margin:0;background:#f4f5f7;color:#1c1e21;font:16px/1.5 Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;background:#ffffff;border:1px solid #d5d8dd"><tr><td style="padding:16px 20px">
<p style="margin:0 0 12px">{{words.greeting}} <strong>{{reader}}</strong>,</p>
{{#each groups}}<h2 style="font-size:17px;margin:20px 0 8px">{{heading}}</h2>
{{#each items}}<p style="margin:0 0 12px;padding-left:12px;border-left:3px solid #8a1f1f">
<a href="{{link}}" style="color:#0b4f9e"><strong>{{title}}</strong></a> – {{unit}}<br>{{due}}<br><span style="color:#55585d">{{campaign}}</span></p>
{{/each}}{{/each}}
<p style="margin:20px 0 8px"><a href="{{home}}" style="color:#0b4f9e">{{words.open}}</a></p>
<p style="margin:0;color:#55585d;font-size:14px">{{words.because}} {{posts}}. {{words.automatic}}</p>
</td></tr></table></td></tr></table></body></html>`);
