import { lastDayOf } from '../plan-reader/dates/calendar-days.js';
import { datePhrases, type DatePhrase } from '../plan-reader/dates/date-phrases.js';
import { deadlineOf } from '../plan-reader/dates/deadline-of.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import type { WordingRule } from './deadline-wording.types.js';

const PART = /(?<!\p{L})(đầu|giữa|cuối) (?:năm )?$/u;
const DAY_OF_SPAN =
  /(?:(\d{1,2}) )?ngày (làm việc )?(cuối cùng|cuối|đầu tiên|đầu|thứ n(\d{1,2})n) (?:trong )?(?:năm )?$/;
/** "trước ngày 20/6 và 20/12": the second stands under the same word. */
const UNDER_THE_SAME_WORD = /(?:và|hoặc|,|;) (?:ngày )?$/;
/** "9 tháng đầu năm 2027" ends with September. */
const MONTHS_OF_YEAR = /(\d{1,2}) tháng (đầu|cuối) (?:năm )?$/;
/** "trước ngày Quốc khánh 2/9": a name between the word and its date. */
const STRICT_OF_NAME = /trước (?:ngày|dịp|lễ) (?:(?!\d)[\p{L}]+ ){1,5}(?:ngày )?$/u;
const NO_DEADLINE = /(?<!\p{L})sau(?: ngày| tháng| quý| năm)? *$/u;
/** A day that some months lack comes on their last day where it is asked of every month. */
const DAY_OF_EVERY_MONTH = /(trước )?ngày (\d{1,2}) tháng (\d{1,2})\/(\d{4})/;

/** The rule of words whose dates are all written out; of several dates the first that has not passed. `year` completes dates without one. */
export function readDated(text: string, year: number, from: LocalDate, everyMonth: boolean): WordingRule | null {
  const clamped = everyMonth ? clampedDay(text) : null;
  if (clamped) return clamped;
  const own = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  const rules: WordingRule[] = [];
  for (const phrase of datePhrases(text, own ? Number(own) : year)) {
    const rule = ruleOf(text, phrase);
    if (!rule) continue;
    const joined = rules.at(-1)?.kind === 'before' && UNDER_THE_SAME_WORD.test(text.slice(0, phrase.start));
    rules.push(joined ? { kind: 'before', date: phrase.first } : rule);
  }
  if (/(?<!\p{L})từ /u.test(text)) return rules.at(-1) ?? null;
  return rules.find((rule) => dayOf(rule) >= from) ?? rules.at(-1) ?? null;
}

/** Last day that a dated rule allows, before any calendar is asked. */
export function dayOf(rule: WordingRule): LocalDate {
  if (rule.kind === 'before') return addDays(rule.date, -1);
  return rule.kind === 'by' ? rule.date : rule.kind === 'working_day_of' ? rule.last : '9999-12-31';
}

function ruleOf(text: string, phrase: DatePhrase): WordingRule | null {
  const before = text.slice(0, phrase.start);
  if (/nửa (?:đầu|cuối) (?:năm )?$/.test(before)) return null; // half of a month is no third, and nobody says which day
  const span = DAY_OF_SPAN.exec(before);
  if (span && phrase.precision !== 'day') return dayOfSpan(span, phrase, /trước ngày/.test(before));
  const months = MONTHS_OF_YEAR.exec(before);
  if (months && phrase.precision === 'year')
    return { kind: 'by', date: endOfMonths(phrase, Number(months[1]), months[2]!) };
  const part = PART.exec(before)?.[1];
  if (part && phrase.precision !== 'day' && !/tháng đầu/.test(before)) {
    return { kind: 'by', date: partOf(phrase, part), soft: true };
  }
  if (NO_DEADLINE.test(before)) return null;
  if (STRICT_OF_NAME.test(before)) return { kind: 'before', date: phrase.first };
  const last = deadlineOf(text, phrase);
  if (last === null) return null;
  return last < phrase.first ? { kind: 'before', date: phrase.first } : { kind: 'by', date: last };
}

function dayOfSpan(found: RegExpExecArray, { first, last }: DatePhrase, strict: boolean): WordingRule {
  const [, many, working, place = '', said] = found;
  const fromEnd = place.startsWith('cuối');
  if (many && fromEnd) return { kind: 'by', date: last };
  const nth = many ?? said;
  if (working) return { kind: 'working_day_of', nth: fromEnd ? -1 : Number(nth ?? 1), first, last, strict };
  const date = fromEnd ? last : addDays(first, Number(nth ?? 1) - 1);
  return { kind: strict ? 'before' : 'by', date };
}

/** Thirds: of a month days 1-10, 11-20, 21 to the end; of a quarter its months; of a year four months each. */
function partOf({ first, last, precision }: DatePhrase, part: string): LocalDate {
  if (part === 'cuối') return last;
  const third = part === 'đầu' ? 1 : 2;
  if (precision === 'month') return addDays(first, 10 * third - 1);
  const months = precision === 'quarter' ? third : 4 * third;
  return lastDayOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)) + months - 1);
}

function clampedDay(text: string): WordingRule | null {
  const found = DAY_OF_EVERY_MONTH.exec(text);
  if (!found) return null;
  const [, , day = '', month = '', year = ''] = found;
  const last = lastDayOf(Number(year), Number(month));
  return Number(day) > Number(last.slice(8)) && Number(day) <= 31 ? { kind: 'by', date: last } : null;
}

const endOfMonths = ({ first, last }: DatePhrase, count: number, part: string): LocalDate =>
  part === 'đầu' && count <= 12 ? lastDayOf(Number(first.slice(0, 4)), count) : last;
