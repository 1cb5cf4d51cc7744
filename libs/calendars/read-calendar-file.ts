import { parseDocument } from 'yaml';
import { calendarFile, vietnameseErrors, type CalendarFile } from '#libs/contracts/http/index.js';
import {
  addDays,
  refuse,
  say,
  type CalendarData,
  type CalendarDay,
  type Language,
  type LocalClosure,
  type Refusal,
  type YearlyDecision,
} from '#libs/domain';
import { checkClosures, checkDecisions, checkSpan, type CalendarFinding } from '#libs/rules';

/** A file that cannot be taken: one sentence, and every place to mend with the way to mend it. */
export interface CalendarFileRefusal extends Refusal {
  findings: { where: string; text: string }[];
}

type Merged = { refused: false; data: CalendarData; years: number[] };

/**
 * The calendar data as they would stand after a file, or everything that is wrong with the file. Rows of a year replace all rows of that
 * year, and a confirmation of the year falls: it spoke of another table. Pure; nothing is stored.
 * @param text YAML or JSON
 */
export function mergeCalendarFile(
  current: CalendarData,
  text: string,
  language: Language = 'vi',
): Merged | CalendarFileRefusal {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken)
    return {
      ...refuse('calendar-file-broken', { why: broken.message.split('\n')[0]!.replace(/[.:]+$/, '') }),
      findings: [],
    };
  const parsed = calendarFile.safeParse(
    document.toJS({ maxAliasCount: 0 }),
    language === 'vi' ? { error: vietnameseErrors } : {},
  );
  if (!parsed.success) {
    return wrong(parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || '.', text: message })));
  }
  const file = parsed.data;
  const findings = spans(file);
  if (findings.length > 0) return inWords(findings, language);
  const decisions = file.decisions.map(decisionOf);
  const unknown = file.withdraw_closures
    .filter((id) => !current.closures.some((closure) => closure.id === id))
    .map((id): CalendarFinding => ({ where: 'withdraw_closures', code: 'calendar.no-such-closure', data: { id } }));
  const all = [...checkDecisions(decisions), ...checkClosures(file.closures.map(closureOf)), ...unknown];
  return all.length > 0 ? inWords(all, language) : merge(current, file, decisions);
}

function merge(current: CalendarData, file: CalendarFile, decisions: YearlyDecision[]): Merged {
  const years = [...new Set(decisions.map(({ year }) => year))].sort();
  const gone = new Set([...file.withdraw_closures, ...file.closures.map(({ id }) => id)]);
  const data = {
    version: current.version + 1,
    decisions: [...current.decisions.filter(({ year }) => !years.includes(year)), ...decisions],
    confirmed: current.confirmed.filter(({ year }) => !years.includes(year)),
    closures: [...current.closures.filter(({ id }) => !gone.has(id)), ...file.closures.map(closureOf)],
  };
  return { refused: false, data, years };
}

const closureOf = ({ work_instead: workInstead, ...rest }: CalendarFile['closures'][number]): LocalClosure => ({
  ...rest,
  ...(workInstead && { workInstead }),
});

type Days = CalendarFile['decisions'][number]['days_off'];

const daysOf = (days: Days): CalendarDay[] =>
  days.flatMap((one) => {
    if ('date' in one) return [{ date: one.date, name: one.name }];
    const found: CalendarDay[] = [];
    for (let date = one.from; date <= one.to; date = addDays(date, 1)) found.push({ date, name: one.name });
    return found;
  });

function decisionOf({
  days_off,
  work_instead,
  replaces,
  kinds,
  ...rest
}: CalendarFile['decisions'][number]): YearlyDecision {
  return {
    ...rest,
    ...(replaces !== undefined && { replaces }),
    ...(kinds !== undefined && { kinds }),
    daysOff: daysOf(days_off),
    makeUpWorkdays: daysOf(work_instead),
  };
}

/** Looked at before any span is written out day by day. */
function spans({ decisions }: CalendarFile): CalendarFinding[] {
  return decisions.flatMap((decision, i) =>
    (['days_off', 'work_instead'] as const).flatMap((list) =>
      decision[list].flatMap((one, n) =>
        'from' in one ? checkSpan(`decisions.${i}.${list}.${n}`, one.from, one.to) : [],
      ),
    ),
  );
}

const inWords = (findings: CalendarFinding[], language: Language): CalendarFileRefusal =>
  wrong(findings.map(({ where, code, data }) => ({ where, text: say(code, data, language) })));

const wrong = (findings: CalendarFileRefusal['findings']): CalendarFileRefusal => ({
  ...refuse('calendar-file-wrong', { count: findings.length }),
  findings,
});
