import { say, type Language } from '../../messages/say.js';
import type { PlanReading } from '../../plan-reader/plan-reading.types.js';
import type { PreparationAnswers } from '../answers.types.js';

/** First day of Decree 09/2019, whose periods close on the 14th. */
const DECREE_09 = '2019-03-12';

/** How the words of a plan cut the year; the first that fits. */
const PATTERNS: readonly [RegExp, string][] = [
  [/tuần/i, 'weekly.friday'],
  [/tháng(?! đầu)(?<!\d tháng)/i, 'month'],
  [/quý/i, 'quarter'],
  [/(6|sáu) tháng/i, 'half_and_year'],
  [/năm/i, 'year'],
];

/** The cadence in the text's own words with the pattern they name; "once at the end" where it says none. */
export function offeredCadence(
  { start, levels, cadence: said }: PreparationAnswers,
  reading: PlanReading | null,
  language: Language,
): Pick<PreparationAnswers, 'cadence' | 'periods' | 'regime'> {
  const words = said?.answer ?? reading?.reporting.find(({ cadence }) => cadence !== null)?.cadence ?? null;
  const name = words === null ? undefined : PATTERNS.find(([fits]) => fits.test(words.normalize('NFC')))?.[1];
  if (words === null || name === undefined || !start || !levels) {
    const ground = say(words === null ? 'offer.cadence.none' : 'offer.cadence.said', { words }, language);
    return { cadence: { answer: words ?? say('offer.cadence.once', {}, language), ground }, periods: [] };
  }
  const ground = say('offer.cadence.said', { words }, language);
  const family = start.value >= DECREE_09 ? 'decree09' : 'calendar';
  const stages = stagesOf(levels);
  return {
    cadence: { answer: words, ground },
    regime: {
      regime: name.includes('.') ? name : `${family}.${name}`,
      opensBefore: name === 'weekly.friday' ? 1 : 10,
      due: { workingDays: 2 * stages.length + 1 },
      stages,
      ground,
    },
  };
}

/** Levels from the bottom up; those who hand in to the same collector together. */
function stagesOf(levels: NonNullable<PreparationAnswers['levels']>) {
  const named = Object.keys(levels);
  const rest = named.filter((key) => key !== 'standing' && levels[key]!.to !== 'parent');
  const stages = [named.filter((key) => levels[key]!.to === 'parent'), rest, named.filter((key) => key === 'standing')];
  return stages.filter((keys) => keys.length > 0).map((keys) => ({ levels: keys, wants: 2 }));
}
