import { addDays, weekday, type LocalDate } from '../time/local-date.js';
import { readCounted } from './counted.js';
import { dayOf, readDated } from './dated.js';
import type { Need, WordingReading, WordingRule } from './deadline-wording.types.js';
import { takeHour } from './hours.js';
import { tidyWording } from './tidy.js';
import { spellTurn } from './turns.js';
import { eventOf, impossibleDate, ofCountedWeek, ofPeriod, ofSchool } from './unreadable.js';
import { readWeekday, takeWeekday } from './weekdays.js';

/** 29/2 comes again after at most eight years (1896 to 1904, 2096 to 2104). */
const TURNS = 9;

/**
 * The rule that the words of a deadline state (table of `docs/rules.md`), or what must be known first. Nothing is guessed.
 * @param from day of receipt or of writing: counts begin here, and a date without a year is the next one that has not passed
 */
export function readWording(words: string, from: LocalDate): WordingReading {
  const hour = takeHour(tidyWording(words));
  if (hour.need) return needs(hour.need);
  const { text, said, words: weekdayWords } = takeWeekday(hour.text);
  if (/âm lịch/.test(text)) return needs({ kind: 'wording', name: text });
  const broken = ofSchool(text) ?? impossibleDate(text) ?? ofCountedWeek(text);
  if (broken) return needs(broken);
  const counted = readCounted(text, from);
  if (counted) return counted;
  const rule = fromToday(text, from) ?? nextTurn(text, from, hour.time !== null) ?? readWeekday(text, from);
  if (!rule) return needs(eventOf(text) ?? ofPeriod(text) ?? { kind: 'wording', name: text });
  if (said !== null && 'date' in rule && weekday(rule.date) !== said) {
    return needs({ kind: 'contradiction', name: weekdayWords });
  }
  return { rule: atHour(rule, hour.time), need: null };
}

const needs = (need: Need): WordingReading => ({ rule: null, need });

function fromToday(text: string, from: LocalDate): WordingRule | null {
  if (/(?:hôm nay|trong ngày(?: làm việc)?)$/.test(text)) return { kind: 'by', date: from };
  if (/ngày làm việc (?:tiếp theo|kế tiếp|sau)$/.test(text)) return { kind: 'within_working_days', count: 1, from };
  if (/(?:ngày |^)mai$/.test(text)) return { kind: 'by', date: addDays(from, 1) };
  return /ngày kia$/.test(text) ? { kind: 'by', date: addDays(from, 2) } : null;
}

/** Dates without a year, month or quarter: tried from the period of `from` on, until one has not passed. */
function nextTurn(text: string, from: LocalDate, withHour: boolean): WordingRule | null {
  let first: WordingRule | null = null;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const spelled = spellTurn(text, from, turn);
    // the hour carries the strictness, the day is the day it belongs to
    const low = withHour ? spelled.text.replace(/(?<!\p{L})trước (?=ngày|tháng|quý|năm)/gu, 'trong ') : spelled.text;
    const rule = readDated(low, spelled.year, from, spelled.every === 'month' || spelled.every === 'quarter');
    if (!rule) continue;
    const found =
      spelled.every && (rule.kind === 'by' || rule.kind === 'before') ? { ...rule, every: spelled.every } : rule;
    first ??= found;
    if (dayOf(found) >= from) return found;
  }
  return first;
}

/** An hour belongs to the day that is written, whatever stands before the hour. */
function atHour(rule: WordingRule, time: string | null): WordingRule {
  if (time === null || (rule.kind !== 'by' && rule.kind !== 'before')) return rule;
  return { ...rule, kind: 'by', time };
}
