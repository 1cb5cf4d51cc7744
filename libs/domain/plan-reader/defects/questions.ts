import { isAmbiguous } from '../numbers/number.js';
import type { Question, ReadTarget } from '../plan-reading.types.js';
import { fold } from '../text/fold.js';
import { evidenceAt } from '../text/page.js';
import { ancestors } from '../text/paragraphs.js';
import { ask, type CheckContext } from './check-context.js';

/** What the reader will not decide: put to the officer who confirms the draft. */
export function questionsOf(context: CheckContext): Question[] {
  const targets = context.reading.numeric_targets.filter((target) => target.role === 'target');
  return [...spanQuestions(context), ...targetQuestions(context, targets), ...wholeQuestions(context, targets)];
}

function spanQuestions(context: CheckContext): Question[] {
  const { reading, span, citations, brace } = context;
  const found: Question[] = [];
  if (
    !reading.campaign_name &&
    reading.numeric_targets.length === 0 &&
    !/thi đua|phong trào/.test(context.layout.page.low)
  )
    found.push(ask(context, 'no_campaign', 'campaign_name', null));
  const school = /năm học 20\d\d ?- ?20\d\d/.exec(fold(reading.campaign_name ?? ''));
  if (school && (!reading.start.value || !reading.end.value))
    found.push(ask(context, 'school_year', 'start', null, { text: school[0] }));
  else {
    if (!reading.start.value)
      found.push(
        span.startOpen
          ? ask(context, 'start_open', 'start', span.startEvidence, { text: reading.start.text })
          : ask(context, 'start_missing', 'start', null),
      );
    if (!reading.end.value) found.push(ask(context, 'end_missing', 'end', null));
  }
  if (citations.rivals.length > 1)
    found.push(
      ask(context, 'parent_rivals', 'parent_document', citations.rivals[0]!, {
        documents: citations.rivals.map((d) => d.text).join('; '),
      }),
    );
  if (brace) found.push(ask(context, 'recipients_brace', 'recipients', brace, { text: brace.text }));
  return found;
}

const SOCIAL =
  /trẻ em|suy dinh dưỡng|tiêm chủng|bảo hiểm y tế|học sinh|trường|gia đình văn hóa|văn hóa|ma túy|an ninh|tuyển quân|dân quân|y tế|giáo dục/;

function targetQuestions(context: CheckContext, targets: ReadTarget[]): Question[] {
  const found: Question[] = [];
  const years = context.reading.start.value?.slice(0, 4) === context.reading.end.value?.slice(0, 4);
  let misplaced = false;
  for (const target of targets) {
    const { name, value, unit, evidence, comparator } = target;
    const about = name;
    if (comparator === 'unclear') found.push(ask(context, 'unclear', about, target, { name, value, unit }));
    if (unit === '%' && /^số (?!liệu)/.test(fold(name)) && value !== null)
      found.push(ask(context, 'unit_mismatch', about, target, { name, value, unit }));
    if (comparator === 'range' && /^[^%]*$/.test(unit) && /từ/.test(fold(evidence)) && /đến/.test(fold(evidence)))
      found.push(ask(context, 'range_or_baseline', about, target, { evidence, min: target.min!, max: target.max! }));
    if (!years && (/% tăng|lao động|việc làm/.test(unit) || /việc làm/.test(fold(name))) && !/năm/.test(unit))
      found.push(ask(context, 'window', about, target, { evidence }));
    if ((comparator === 'decrease_by' || comparator === 'increase_by') && unit.startsWith('%'))
      found.push(ask(context, 'points_or_percent', about, target, { evidence }));
    if (comparator === 'keep_or_raise' && value === null) found.push(ask(context, 'baseline', about, target, { name }));
    if (
      /lựa chọn|khởi công/.test(
        fold(context.layout.page.source.slice(Math.max(0, target.offset - 160), target.offset + evidence.length)),
      ) &&
      /công trình/.test(unit)
    )
      found.push(ask(context, 'finished_or_started', about, target, { evidence }));
    if (target.deadline === null && context.reading.end.value)
      found.push(ask(context, 'deadline_missing', about, target, { name }));
    if (/\d,\d{3}(?!\d)/.test(evidence) && isAmbiguous(/\d{1,3},\d{3}(?!\d)/.exec(evidence)?.[0] ?? ''))
      found.push(ask(context, 'decimal_mark', about, target, { evidence }));
    const heading = misplaced || !SOCIAL.test(fold(name)) ? null : economicHeading(context, target);
    if (heading) {
      misplaced = true;
      found.push(ask(context, 'misplaced', about, target, { name, heading }));
    }
  }
  for (const check of context.reading.numeric_targets.filter(
    (target) => target.role === 'cross_check' && target.unit === '%',
  )) {
    found.push(ask(context, 'points_or_percent', check.name, check, { evidence: check.evidence }));
  }
  return found;
}

function economicHeading(context: CheckContext, target: ReadTarget): string | null {
  const index = context.reading.numeric_targets.indexOf(target);
  for (const up of ancestors(context.layout.paragraphs[context.drafts[index]!.paragraph]!)) {
    if (up.low.length < 160 && /phát triển kinh tế(?! ?- ?xã hội| và| ?,)/.test(up.low))
      return evidenceAt(context.layout.page, up.body, up.end, 1).text;
  }
  return null;
}

function wholeQuestions(context: CheckContext, targets: ReadTarget[]): Question[] {
  const found: Question[] = [];
  const bands = targets.filter((target) => target.band);
  if (bands[0])
    found.push(ask(context, 'bands', 'numeric_targets', bands[0], { band: bands.map((t) => t.band).join(', ') }));
  const done = targets.filter((target) => target.comparator === 'done');
  if (done[0]) found.push(ask(context, 'proof', 'numeric_targets', done[0], { count: done.length }));
  const deadlines = [...new Set(targets.map((target) => target.deadline).filter(Boolean))].sort();
  if (deadlines.length > 1)
    found.push(ask(context, 'horizons', 'end', null, { count: deadlines.length, deadlines: deadlines.join(', ') }));
  const { level } = context.reading;
  if (targets.length > 0 && level && ['ministry', 'central', 'province', 'district'].includes(level))
    found.push(ask(context, 'allocation', 'numeric_targets', targets[0]!, { scope: targets[0]!.per ?? level }));
  for (const [i, second] of targets.entries()) {
    const first = targets[i - 1];
    if (
      first &&
      first.unit === second.unit &&
      /trở lên/.test(fold(`${second.condition ?? ''} ${second.name}`)) &&
      stem(first.name) === stem(second.name)
    )
      found.push(ask(context, 'nested', second.name, second, { first: first.name, second: second.name }));
  }
  return found;
}

const stem = (name: string): string =>
  fold(name)
    .replace(/(?:đủ|từ|trên|\d[\d.,]*)/g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ');
