import type { Need } from './deadline-wording.types.js';

const HOUR =
  /(?:(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|không quá|vào|lúc|hồi)(?: lúc| vào)? )?(?<![\d/])((\d{1,2}) ?(?:giờ|h|g|:)(?: ?(\d{2})(?!\d|\/))?(?: phút)?)(?: (sáng|trưa|chiều|tối|đêm))?(?![\p{L}\d])[, ]*/u;
const DURATION =
  /(?:trong|vòng|hạn|sau|quá) (\d{1,3} ?(?:giờ|tiếng|h))(?![\p{L}\d]| ngày| \d|,)|(\d{1,3} ?(?:giờ|tiếng|h)),? (?:(?:kể )?từ|sau)/u;

export interface Hour {
  /** The words without the hour and what is said of it. */
  text: string;
  /** Local `HH:mm`, 24:00 for the end of the day; null where no hour is named. */
  time: string | null;
  need: Need | null;
}

/** "trước 16 giờ 30 ngày 10/12": the hour carries the strictness, the day is then the day it belongs to. */
export function takeHour(text: string): Hour {
  const duration = DURATION.exec(text);
  if (duration) {
    return { text, time: null, need: { kind: 'hour_of_receipt', name: duration[1] ?? duration[2] ?? '' } };
  }
  let left: Hour = { text, time: null, need: null };
  // of "từ 8 giờ đến 17 giờ" the last hour is the deadline
  for (let found = HOUR.exec(text); found; found = HOUR.exec(left.text)) {
    left = withoutHour(left.text, found);
    if (left.need) break;
  }
  return left;
}

function withoutHour(text: string, found: RegExpExecArray): Hour {
  const [all, words = '', h = '', m = '0', part] = found;
  const hours = hourOfDay(Number(h), part);
  if (hours > 24 || Number(m) > 59 || (hours === 24 && Number(m) > 0)) {
    return { text, time: null, need: { kind: 'impossible_hour', name: words.trim() } };
  }
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}`.replace(/\s+/g, ' ');
  const time = `${String(hours).padStart(2, '0')}:${m.padStart(2, '0')}`;
  return { text: rest.replace(/^[\s,]+|[\s,]+$/g, ''), time, need: null };
}

/** "4 giờ chiều" is 16, "1 giờ trưa" 13, "10 giờ đêm" 22, "12 giờ đêm" the end of the day. */
function hourOfDay(hour: number, part: string | undefined): number {
  if (part === 'đêm') return hour >= 6 && hour <= 12 ? hour + 12 : hour;
  const later = part === 'chiều' || part === 'tối' || (part === 'trưa' && hour < 3);
  return later && hour < 12 ? hour + 12 : hour;
}
