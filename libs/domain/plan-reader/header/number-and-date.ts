import { dateOf } from '../dates/calendar-days.js';
import type { Evidence } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';

export interface NumberAndDate {
  number: string | null;
  /** A symbol stands without a number: `Số:      /KH-UBND`. */
  blankNumber: Evidence | null;
  numberEvidence: Evidence | null;
  date: string | null;
  blankDay: Evidence | null;
  dateEvidence: Evidence | null;
  /** Known even when the day is blank; for the year of the campaign and the bounds of its start. */
  month: { year: number; month: number } | null;
  place: string | null;
}

const NUMBER =
  /(?:^|[\n\t\s])số ?:? ?([\d]{0,5})[ .…_]{0,20}((?:[/-] ?|\/)(?:(?:19|20)\d\d ?\/ ?)?[a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ\d&.]*(?: ?[-/] ?[a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ\d&.]*){0,4})/;
const DATE =
  /(?:^|[\n\t]|\s)([a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ .'-]{1,40}?), ?ngày ?([\d]{0,2})[ .…_/]{0,12}tháng ?([\d]{0,2})[ .…_/]{0,12}năm ?((?:19|20)\d\d|20[.… ]*)/;
const SLASH_DATE =
  /(?:^|[\n\t]|\s)([a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ .'-]{1,40}?), ?ngày ?(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?((?:19|20)\d\d)/;

/** Number and date of the heading; read above the title and just below it (telegrams, letters), never inside the text. */
export function numberAndDate(layout: Layout): NumberAndDate {
  const { page, paragraphs } = layout;
  const zone = headingEnd(layout);
  const low = page.low.slice(0, zone);
  const result: NumberAndDate = {
    number: null,
    blankNumber: null,
    numberEvidence: null,
    date: null,
    blankDay: null,
    dateEvidence: null,
    month: null,
    place: null,
  };
  const number = numberOf(low);
  if (number) {
    const end = number.index + number[0].length;
    const symbolFrom = end - number[2]!.length;
    const symbol = symbolOf(page.clean.slice(symbolFrom, end));
    const evidence = evidenceAt(page, number.index, symbolFrom + symbol.length, 0.95);
    if (number[1]) {
      result.number = (number[1] + symbol).replace(/[ .…_]/g, '');
      result.numberEvidence = evidence;
    } else result.blankNumber = evidence;
  }
  const date = DATE.exec(low) ?? SLASH_DATE.exec(low);
  if (date) {
    const evidence = evidenceAt(page, date.index, date.index + date[0].length, 0.95);
    const [year, month, day] = [Number(date[4]), Number(date[3]), Number(date[2])];
    result.place = page.clean.slice(date.index, date.index + date[0].indexOf(',')).trim();
    if (year > 1900 && month >= 1 && month <= 12) result.month = { year, month };
    result.date = day > 0 ? dateOf(year, month, day) : null;
    if (result.date) result.dateEvidence = evidence;
    else result.blankDay = evidence;
  }
  if (paragraphs.length === 0) result.number = null;
  return result;
}

/** The heading's own number, not the one of a document named there ("Thực hiện Quyết định số …"). */
function numberOf(low: string): RegExpExecArray | null {
  const hit = NUMBER.exec(low);
  return hit &&
    !/(?:quyết định|kế hoạch|hướng dẫn|chỉ thị|công văn|nghị quyết|thông báo|văn bản|nghị định|thông tư|luật|kết luận|quy chế|công điện|chương trình|cụm thi đua|khối thi đua|cụm|khối)\s*$/.test(
      low.slice(Math.max(0, hit.index - 16), hit.index + 1),
    )
    ? hit
    : null;
}

/** "/KH-UBND Tam Đường" ends before the place: a symbol is one word, spaces only around its dashes. */
function symbolOf(text: string): string {
  const hit =
    /^[/-] ?(?:\d{4} ?\/ ?)?[a-zA-ZÀ-ỹ\d&.]+(?: ?[-/] ?(?=\p{Lu}[\p{Lu}\p{Ll}\d]*(?:\p{Lu}|$|\d))[a-zA-ZÀ-ỹ\d&.]+|[-/][a-zA-ZÀ-ỹ\d&.]+){0,4}/u.exec(
      text,
    );
  return (hit?.[0] ?? text).trim();
}

function headingEnd(layout: Layout): number {
  const { paragraphs, type, preamble, tail } = layout;
  const stop = type >= 0 ? Math.min(preamble + 1, tail) : Math.min(8, tail);
  for (let i = Math.max(0, type + 1); i < stop; i += 1) {
    if (paragraphs[i]!.low.length > 160) return paragraphs[i]!.start;
  }
  return paragraphs[stop]?.start ?? layout.page.clean.length;
}
