import type { LocalDate } from '../time/local-date.js';
import { addMonths } from '../time/months.js';
import { dayOf, readDated } from './dated.js';
import type { WordingReading, WordingRule } from './deadline-wording.types.js';

const COUNT =
  /(?<![\p{L}\d/.-])(?<!(?:ngày|thứ|kỳ|báo cáo|sơ kết|tháng) )(\d{1,3}) (ngày làm việc|ngày|tuần|tháng)(?![\p{L}\d]| ?\d| (?:đầu|cuối|một lần|1 lần))/u;
/** "(6 tháng)" beside a date names a report; a count of months says from where, or stands behind a word of time. */
const MONTHS_COUNTED = /(?:trong|vòng|hạn|gian|quá|sau|nhất|tối đa|là)$/;
const COUNTED_FROM = /^,? ?(?:(?:kể |tính )?từ|sau|trước)(?!\p{L})/u;
const FROM_RECEIPT =
  /^(?:này|nay|hôm nay|(?:được )?(?:nhận|ký|ban hành|phát hành|gửi|ra (?:văn bản|thông báo|quyết định|công văn))(?!\p{L}).*|(?:được )?(?:văn bản|công văn|thông báo)(?!\p{L}).*)?$/u;

/**
 * "trong N ngày (làm việc)" and its kin: counted from receipt, from a written day, back from one, or from an event that is not
 * known yet. Null where nothing is counted. A month of the count ends on the day of the same number (Civil Code 2015 art. 148 [M]).
 */
export function readCounted(text: string, from: LocalDate): WordingReading | null {
  const found = COUNT.exec(text);
  if (!found) return null;
  const count = Number(found[1]);
  const unit = found[2]!;
  const [head, tail] = [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()];
  if (unit === 'tháng' && !MONTHS_COUNTED.test(head) && !COUNTED_FROM.test(tail)) return null;
  const { side, anchor } = anchorOf(head, tail);
  if (side === 'after' && FROM_RECEIPT.test(anchor)) return { rule: onward(unit, count, from), need: null };
  const date = readDated(`ngày ${anchor.replace(/^ngày /, '')}`, Number(from.slice(0, 4)), from, false);
  if (date)
    return { rule: side === 'after' ? onward(unit, count, dayOf(date)) : back(unit, count, dayOf(date)), need: null };
  const name = anchor.replace(/^có /, '');
  return { rule: null, need: name ? { kind: 'event', name } : { kind: 'wording', name: text } };
}

/** What the days are counted from, and on which side of it they lie; an empty anchor stands for the receipt. */
function anchorOf(head: string, tail: string): { side: 'after' | 'before'; anchor: string } {
  const behind = /(?:^|[ ,;])(?:(?:kể |tính )?từ|sau)(?: ngày| khi| lúc)* ?(.*)$/.exec(tail);
  if (behind) return { side: 'after', anchor: behind[1]! };
  const ahead = /(?:^|[ ,;])(?:trước|so với)(?: ngày| khi| lúc)* ?(.*)$/.exec(tail);
  if (ahead) return { side: 'before', anchor: ahead[1]! };
  const said =
    /(?<!\p{L})(sau|trước)(?: ngày| khi| lúc)* (.+?)(?: (?:ít nhất|tối thiểu|chậm nhất|trong|không quá|là))*$/u.exec(
      head,
    );
  if (said) return { side: said[1] === 'sau' ? 'after' : 'before', anchor: said[2]! };
  return { side: /(?<!\p{L})trước$/u.test(head) ? 'before' : 'after', anchor: '' };
}

function onward(unit: string, count: number, from: LocalDate): WordingRule {
  if (unit === 'ngày làm việc') return { kind: 'within_working_days', count, from };
  if (unit === 'tháng') return { kind: 'within_months', count, from };
  return { kind: 'within', count: unit === 'tuần' ? count * 7 : count, from };
}

function back(unit: string, count: number, date: LocalDate): WordingRule {
  if (unit === 'ngày làm việc') return { kind: 'working_days_before', count, date };
  if (unit !== 'tháng') return { kind: 'days_before', count: unit === 'tuần' ? count * 7 : count, date };
  return { kind: 'by', date: addMonths(date, -count) };
}
