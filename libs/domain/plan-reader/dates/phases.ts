import type { PlanMoment, PlanPhase } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { witness } from '../text/witness.js';
import { zoneOf } from '../text/zones.js';
import { datePhrases, type DatePhrase } from './date-phrases.js';

const HEAD = /^(?:đợt|giai đoạn|học kỳ|bước|chặng|vòng) (?:[\divx]{1,4}|một|hai|ba|bốn|cao điểm|đầu)(?![a-zA-ZÀ-ỹ\d])/;

/** "Đợt 1: từ ngày … đến ngày …", "Giai đoạn 2 (quý III)": parts of the campaign with their own span. */
export function phasesOf(layout: Layout, year: number | null): PlanPhase[] {
  const found: PlanPhase[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    if (zoneOf(paragraph) === 'results') continue;
    for (const part of paragraph.low.matchAll(/[^;\n]+/g)) {
      const lead = part[0].search(/\S/);
      const text = part[0].slice(Math.max(0, lead));
      if (!HEAD.test(text)) continue;
      const phrases = datePhrases(text.slice(0, 240), year);
      const [first, second] = phrases;
      const start = paragraph.body + part.index + lead;
      const weeks = first
        ? null
        : /từ tuần(?: học)?(?: thứ)? \d{1,2} đến(?: hết)? tuần(?: học)?(?: thứ)? \d{1,2}/.exec(text);
      if (weeks) found.push(bySchoolWeeks(layout, start, text, weeks));
      if (!first) continue;
      const last =
        second && /(?:đến|tới|-)(?: hết| cuối| ngày| tháng| năm| quý)*\s*$/.test(text.slice(first.end, second.start))
          ? second
          : first;
      const colon = text.search(/[:(,]/);
      found.push({
        name: wording(layout.page, start, start + (colon > 0 ? colon : (HEAD.exec(text)?.[0].length ?? 10))),
        start: moment(layout, start, first, first.first),
        end: moment(layout, start, last, last.last),
        ...witness(layout.page, start, start + last.end, 0.8),
      });
    }
  }
  return found;
}

/** School weeks need the school's own calendar: the words are kept, no date is made of them. */
function bySchoolWeeks(layout: Layout, start: number, text: string, weeks: RegExpExecArray): PlanPhase {
  const [from, to] = weeks[0].slice(3).split(/ đến (?:hết )?/);
  const open = (words: string | undefined): PlanMoment => ({
    value: null,
    precision: null,
    text: words ?? null,
    inferred: false,
  });
  return {
    name: wording(layout.page, start, start + (HEAD.exec(text)?.[0].length ?? 0)),
    start: open(from),
    end: open(to),
    ...witness(layout.page, start, start + weeks.index + weeks[0].length, 0.7),
  };
}

const moment = (layout: Layout, start: number, phrase: DatePhrase, value: string): PlanMoment => ({
  value,
  precision: phrase.precision,
  text: wording(layout.page, start + phrase.start, start + phrase.end),
  inferred: false,
});
