import Handlebars from 'handlebars';
import { dueWords, fitSubject, oneLine, say, type Language, type LocalDate, type MessageCode } from '#libs/domain';
import { letterWords, type LetterWords } from './letter-words.js';
import { LETTER_HTML, LETTER_TEXT } from './templates/letter.js';

/** One line of a letter: something owed, and why the reader hears of it. */
export interface LetterItem {
  act: string;
  title: string;
  campaign: string;
  unit: string;
  dueAt: Date;
  overdue: boolean;
  /** Working days left or passed, in words; null where the calendar does not know. */
  left: string | null;
  /** Which rung spoke, and to which post, in words. */
  why: string;
  /** Page of this work. */
  link: string;
  /** Where receipt is confirmed; null for one line of many works. */
  received: string | null;
  /** Where the owing unit says that it will be late; null where this is not its to say. */
  late: string | null;
}

export interface LetterInput {
  language: Language;
  reader: string;
  posts: string[];
  items: LetterItem[];
  /** Address of "Việc của tôi". */
  home: string;
  /** Where the hour and number of letters are changed. */
  preferences: string;
  /** Last day on which the links work. */
  linksUntil: LocalDate;
  /** Whether answers reach a standing body. */
  replies: boolean;
}

export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

/** Everything the templates may name; what they name and is not here fails (Handlebars strict mode). */
export interface LetterView {
  language: Language;
  subject: string;
  preview: string;
  words: LetterWords;
  reader: string;
  intro: string;
  posts: string;
  groups: { heading: string; items: ItemView[] }[];
  home: string;
  preferences: string;
  links: string;
  replies: boolean;
}

type ItemView = Omit<LetterItem, 'act' | 'dueAt' | 'overdue'> & { due: string; accent: string };

/** Most urgent first: what the superior was told, what is overdue, what returns, what comes. */
const URGENCY = [
  'escalate',
  'urge',
  'returned',
  'review',
  'extension_request',
  'delay',
  'remind',
  'extension',
  'answered',
  'open',
];
const RED = '#a3231f';
const BLUE = '#2f5d8a';

const html = Handlebars.compile<LetterView>(LETTER_HTML, { strict: true });
const text = Handlebars.compile<LetterView>(LETTER_TEXT, { strict: true, noEscape: true });

/** A letter of one or many items. Everything a person typed is one line and escaped; the plain text says the same as the page. */
export function renderLetter(input: LetterInput): RenderedLetter {
  const view = viewOf(input);
  return { subject: view.subject, text: text(view), html: html(view) };
}

function viewOf({ language, reader, posts, items, linksUntil, ...rest }: LetterInput): LetterView {
  const words = (code: string, data = {}): string => say(code as MessageCode, data, language);
  const sorted = once(
    items
      .map((item) => ({ ...item, title: oneLine(item.title), unit: oneLine(item.unit) }))
      .sort((a, b) => rank(a) - rank(b) || a.dueAt.getTime() - b.dueAt.getTime() || (a.title < b.title ? -1 : 1)),
  );
  const groups = [...new Set(sorted.map(({ act }) => act))].map((act) => ({
    heading: words(`mail.group.${act}`),
    items: sorted.filter((item) => item.act === act).map((item) => itemView(item, language)),
  }));
  const count = sorted.length;
  const first = sorted[0]!;
  const subject =
    count === 1
      ? fitSubject((title) => words(`mail.subject.${first.act}`, { title, unit: first.unit }), first.title)
      : words('mail.subject.digest', { count });
  return {
    ...rest,
    language,
    subject,
    preview: `${groups[0]!.heading}: ${first.title} – ${first.unit}`,
    words: letterWords[language],
    reader: oneLine(reader),
    intro: count === 1 ? words('mail.intro.one') : words('mail.intro.many', { count }),
    posts: posts.map(oneLine).join(', '),
    groups,
    links: words('mail.links', { day: linksUntil }),
  };
}

function itemView({ act: _, dueAt, overdue, ...item }: LetterItem, language: Language): ItemView {
  return {
    ...item,
    campaign: oneLine(item.campaign),
    why: oneLine(item.why),
    due: dueWords(dueAt, overdue, language),
    accent: overdue ? RED : BLUE,
  };
}

/** One line for one piece of work, the most urgent: a reminder need not say again that the form opened. A decision stands apart. */
function once(items: LetterItem[]): LetterItem[] {
  const told = new Set<string>();
  return items.filter(({ act, link }) => {
    if (act === 'extension' || act === 'extension_request' || act === 'answered') return true;
    const first = !told.has(link);
    told.add(link);
    return first;
  });
}

const rank = ({ act }: LetterItem): number => URGENCY.indexOf(act);
