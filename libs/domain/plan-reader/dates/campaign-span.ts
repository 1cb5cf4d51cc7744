import { phasesOf } from './phases.js';
import type { Evidence, PlanMoment, PlanPhase } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';
import { headingZone, zoneOf } from '../text/zones.js';
import { datePhrases, type DatePhrase } from './date-phrases.js';
import { periodBehindName } from './period-behind-name.js';

export interface CampaignSpan {
  start: PlanMoment;
  end: PlanMoment;
  /** Year of the campaign, completes dates without one; null where no date tells. */
  year: number | null;
  startEvidence: Evidence | null;
  endEvidence: Evidence | null;
  /** The start is "from now" or the day of issue, and that day is blank. */
  startOpen: boolean;
}

const NOTHING: PlanMoment = { value: null, precision: null, text: null, inferred: false };
const SPAN_WORDS =
  /(?:phong trào|thi đua|thời gian|đợt|chiến dịch|cao điểm|triển khai|thực hiện|phát động|cuộc vận động|tháng hành động|chương trình)/;
const NOW = /từ (?:nay|ngày (?:ký|ban hành|phát động)|khi phát động)/;

export interface IssueDay {
  date: string | null;
  month: { year: number; month: number } | null;
}

/**
 * Start and end of the campaign: written out in the part about time; else the year or years in the name ("năm N" is
 * 1 January, or the later day of issue, to 31 December, inferred); else the day of the anniversary in the name.
 */
export function campaignSpan(layout: Layout, issue: IssueDay): CampaignSpan {
  const span = ownSpan(layout, issue);
  return span.start.value || span.startOpen || span.end.value ? span : fromPhases(layout, span);
}

/** Neither start nor end is said: the campaign lasts as long as its phases. */
function fromPhases(layout: Layout, span: CampaignSpan): CampaignSpan {
  const phases = phasesOf(layout, span.year).filter((phase) => phase.start.value && phase.end.value);
  const [first, last] = [phases[0], phases.at(-1)];
  if (!first || !last) return span;
  const place = (phase: PlanPhase): Evidence => ({
    text: phase.evidence,
    offset: phase.offset,
    line: phase.line,
    confidence: 0.6,
  });
  return {
    ...span,
    start: { ...first.start, inferred: true },
    end: { ...last.end, inferred: true },
    startEvidence: place(first),
    endEvidence: place(last),
  };
}

function ownSpan(layout: Layout, issue: IssueDay): CampaignSpan {
  const { page, subject } = layout;
  const title = subject ? page.low.slice(subject.start, subject.end).replace(/\n/g, ' ') : '';
  const titleDates = datePhrases(title, null).filter(
    (phrase) =>
      !/(?:chương trình|kế hoạch|chỉ thị|nghị quyết|luật)[^,]{0,40}$/.test(title.slice(0, phrase.start)) ||
      phrase.precision === 'year',
  );
  const yearOfTitle = titleDates.filter((phrase) => phrase.precision === 'year').at(-1);
  const behindName = yearOfTitle ? null : periodBehindName(layout);
  const said = yearOfTitle ?? behindName;
  const year = said ? Number(said.first.slice(0, 4)) : (issue.month?.year ?? firstYear(layout));
  const written = writtenSpan(layout, year);
  const result: CampaignSpan = {
    start: NOTHING,
    end: NOTHING,
    year,
    startEvidence: null,
    endEvidence: null,
    startOpen: false,
  };
  if (written) {
    Object.assign(result, written);
    if (result.start.value === null && result.startOpen && issue.date)
      result.start = { ...result.start, value: issue.date, precision: 'day', inferred: true };
    if (result.start.value || result.startOpen) {
      if (result.end.value || !said) return result;
    }
  }
  const part = partOfYear(title, yearOfTitle);
  if (said && subject && (behindName || !schoolYear(title, said))) {
    const base = behindName ? 0 : subject.start;
    const evidence = evidenceAt(page, base + said.start, base + said.end, 0.7);
    const { first, last } = part ?? said;
    const later = issue.date !== null && issue.date > first && issue.date < last;
    if (!result.start.value && !result.startOpen) {
      result.start = {
        value: later ? issue.date : first,
        precision: later ? 'day' : 'year',
        text: evidence.text,
        inferred: true,
      };
      result.startEvidence = evidence;
    }
    if (!result.end.value) {
      result.end = { value: last, precision: 'year', text: evidence.text, inferred: true };
      result.endEvidence = evidence;
    }
    return result;
  }
  const event = titleDates.filter((phrase) => phrase.precision === 'day').at(-1);
  if (event && subject && !result.end.value && /chào mừng|kỷ niệm|hướng tới|lập thành tích/.test(title)) {
    const evidence = evidenceAt(page, subject.start + event.start, subject.start + event.end, 0.6);
    result.end = { value: event.last, precision: 'event', text: evidence.text, inferred: true };
    result.endEvidence = evidence;
    result.year ??= Number(event.last.slice(0, 4));
  }
  return result;
}

/** "6 tháng cuối năm 2026", "quý IV năm 2026" in the title: only that part of the year. */
function partOfYear(title: string, year: DatePhrase | undefined): { first: string; last: string } | null {
  const quarter = datePhrases(title, null).find(
    (phrase) => phrase.precision === 'quarter' || phrase.precision === 'month',
  );
  if (quarter) return quarter;
  const n = year?.first.slice(0, 4);
  if (/tháng cuối năm/.test(title)) return { first: `${n}-07-01`, last: `${n}-12-31` };
  return /tháng đầu năm/.test(title) ? { first: `${n}-01-01`, last: `${n}-06-30` } : null;
}

const schoolYear = (title: string, phrase: DatePhrase): boolean => /năm học\s*$/.test(title.slice(0, phrase.start));

function firstYear(layout: Layout): number | null {
  const from = layout.paragraphs[layout.preamble]?.start ?? 0;
  const low = layout.page.low.slice(from, from + 3000);
  const hit =
    /(?:phong trào|thi đua|đợt)[^.;\n]{0,200}?năm (20\d\d)/.exec(low) ??
    /phấn đấu[^.;]{0,30}năm (20\d\d)/.exec(low) ??
    /(?:trong|của) năm (20\d\d)/.exec(low);
  return hit ? Number(hit[1]) : null;
}

/** "từ nay đến ngày 30/10/2023", "từ ngày 01/3 đến 30/6/2025", "kết thúc vào ngày …": in a sentence about the campaign. */
function writtenSpan(layout: Layout, year: number | null): Partial<CampaignSpan> | null {
  const { page, paragraphs } = layout;
  let best: { score: number; span: Partial<CampaignSpan> } | null = null;
  for (const paragraph of paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph);
    const aboutTime =
      zone === 'time' ||
      headingZone(paragraph) === 'time' ||
      /^thời gian(?: thực hiện| thi đua| phát động| tổ chức| triển khai)?/.test(paragraph.low);
    if (zone === 'results' || zone === 'award') continue;
    for (const sentence of paragraph.low.matchAll(/[^.;\n]+(?:[.](?=\d)[^.;\n]+)*/g)) {
      const text = sentence[0];
      if (!/từ|bắt đầu|kết thúc|thời gian|đến/.test(text)) continue;
      const about = aboutTime
        ? 2
        : /thời gian|phong trào (?:thi đua )?[^.;]{0,200}(?:từ|trong)|đợt (?:cao điểm|thi đua)|(?:thi đua|phong trào)[^.;]{0,160}(?:bắt đầu|kết thúc|từ nay|từ ngày)/.test(
              text,
            ) && SPAN_WORDS.test(text)
          ? 1
          : 0;
      if (
        about === 0 ||
        /báo cáo|hồ sơ|đề nghị khen|thời gian qua|(?:^|[\s,])đã |tính đến|đến nay|phấn đấu đến/.test(text) ||
        /^[\s+-]*(?:đợt|giai đoạn) (?:[\divx]+|một|hai|ba)(?![a-zA-ZÀ-ỹ])/.test(text)
      )
        continue;
      const found = spanIn(page, paragraph.body + sentence.index, text, year);
      if (!found) continue;
      const score = about * 10 + (found.start?.value || found.startOpen ? 2 : 0) + (found.end?.value ? 3 : 0);
      if (!best || score > best.score) best = { score, span: found };
    }
  }
  return best?.span ?? null;
}

function spanIn(page: Layout['page'], offset: number, text: string, year: number | null): Partial<CampaignSpan> | null {
  const own = /(?:19|20)\d\d/.exec(text.slice(text.lastIndexOf('đến') + 1))?.[0];
  const phrases = datePhrases(text, own ? Number(own) : year).filter(
    (phrase) =>
      !/(?:kỷ niệm|số|thành lập)[^,]{0,30}$|năm học $/.test(text.slice(Math.max(0, phrase.start - 30), phrase.start)),
  );
  const now = NOW.exec(text);
  const until = phrases.filter((phrase) =>
    /(?:đến|tới|kết thúc|hết)(?: hết| cuối| vào| ngày| trước| năm| tháng)*\s*$|[-–] ?(?:ngày )?$/.test(
      text.slice(Math.max(0, phrase.start - 24), phrase.start),
    ),
  );
  const since = phrases.filter((phrase) =>
    /(?:từ|bắt đầu|kể từ)(?: ngày| đầu| vào| từ| năm| tháng| giữa)*\s*$/.test(
      text.slice(Math.max(0, phrase.start - 24), phrase.start),
    ),
  );
  const whole = phrases.find((phrase) => phrase.span);
  const startPhrase = since[0] ?? (whole && until.length === 0 ? whole : null);
  const endPhrase = until.find((phrase) => phrase !== startPhrase) ?? (startPhrase?.span ? startPhrase : null);
  if (!now && !startPhrase && !endPhrase) return null;
  const result: Partial<CampaignSpan> = {};
  const at = (phrase: { start: number; end: number }): Evidence =>
    evidenceAt(page, offset + phrase.start, offset + phrase.end, 0.9);
  if (startPhrase) {
    result.startEvidence = at(startPhrase);
    result.start = {
      value: startPhrase.first,
      precision: startPhrase.precision,
      text: result.startEvidence.text,
      inferred: false,
    };
  } else if (now) {
    result.startEvidence = at({ start: now.index, end: now.index + now[0].length });
    result.start = { value: null, precision: null, text: result.startEvidence.text, inferred: false };
    result.startOpen = true;
  }
  if (endPhrase) {
    result.endEvidence = at(endPhrase);
    result.end = {
      value: endPhrase.last,
      precision: endPhrase.precision,
      text: result.endEvidence.text,
      inferred: false,
    };
  }
  return result;
}
