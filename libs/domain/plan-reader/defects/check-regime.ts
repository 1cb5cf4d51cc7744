import { datePhrases } from '../dates/date-phrases.js';
import type { Defect } from '../plan-reading.types.js';
import { evidenceAt } from '../text/page.js';
import { zoneOf } from '../text/zones.js';
import { defect, wholeText, type CheckContext } from './check-context.js';

const NO_PERIOD = /^(?:kịp thời|thường xuyên|đột xuất|khi có|kết thúc|khi kết thúc|sau khi)/;

/** Reporting, duties and awards: what a campaign needs and the plan leaves open. */
export function checkRegime(context: CheckContext): Defect[] {
  const { reading, layout } = context;
  if (!layout.typeName) return [];
  const found: Defect[] = [];
  const periodic = reading.reporting.filter((line) => line.cadence && !NO_PERIOD.test(line.cadence));
  const place = reading.reporting[0] ?? wholeText(context);
  if (periodic.length === 0) found.push(defect(context, 'missing_cadence', place));
  const dayless = periodic.find((line) => !line.deadline);
  if (dayless && periodic.every((line) => !line.deadline))
    found.push(defect(context, 'cadence_without_day', dayless, { cadence: dayless.cadence }));
  if (!reading.award.proposes || !reading.award.decides)
    found.push(defect(context, 'missing_award_path', wholeText(context)));
  return [...found, ...duplicateDuty(context), ...otherYear(context), ...eventsAfterEnd(context)];
}

/** Two bodies charged with urging, inspecting and judging the same plan. */
function duplicateDuty(context: CheckContext): Defect[] {
  const watch = context.reading.duties.filter(
    (duty) =>
      /kế hoạch này|chỉ thị này|việc (?:triển khai |tổ chức )?thực hiện (?:kế hoạch|chỉ thị|phong trào)/iu.test(
        duty.does,
      ) &&
      /đôn đốc/iu.test(duty.does) &&
      /kiểm tra|đánh giá/iu.test(duty.does) &&
      duty.mode !== 'phối hợp',
  );
  const second = watch.find((duty) => duty.who !== watch[0]!.who);
  return watch[0] && second
    ? [defect(context, 'duplicate_duty', second, { first: watch[0].who, second: second.who })]
    : [];
}

/** "tổng kết phong trào … năm 2013" inside a campaign of 2014. */
function otherYear(context: CheckContext): Defect[] {
  const { layout, span } = context;
  if (span.year === null) return [];
  for (const paragraph of layout.paragraphs.slice(layout.body, layout.tail)) {
    if (zoneOf(paragraph) === 'results') continue;
    const hit = /(?:sơ kết|tổng kết|khen thưởng)[^.;]{0,160}năm (20\d\d)/.exec(paragraph.low);
    if (!hit || Number(hit[1]) >= span.year || Number(hit[1]) < span.year - 2) continue;
    const place = evidenceAt(layout.page, paragraph.body + hit.index, paragraph.body + hit.index + hit[0].length, 1);
    return [defect(context, 'review_of_other_year', place, { year: hit[1]!, campaign: String(span.year) })];
  }
  return [];
}

/** Anniversaries named in theme or title that come after the end. */
function eventsAfterEnd(context: CheckContext): Defect[] {
  const { reading } = context;
  const end = reading.end.value;
  const theme = reading.evidence.theme;
  if (!end || reading.end.inferred || !theme) return [];
  const later = datePhrases(theme.text.toLowerCase().replace(/[–—]/g, '-'), null).filter(
    (phrase) => phrase.precision === 'day' && phrase.last > end,
  );
  return later
    .slice(0, 4)
    .map((phrase) =>
      defect(
        context,
        'event_after_end',
        { text: theme.text.slice(phrase.start, phrase.end), offset: theme.offset + phrase.start, line: theme.line },
        { date: phrase.last, end },
      ),
    );
}
