import type { DeadlineRule } from '../deadline/deadline.types.js';
import { figureText } from '../indicator/figure-text.js';
import { levelWord } from '../messages/level-word.js';
import { say, wordOf, type Language } from '../messages/say.js';
import type { LocalDate } from '../time/local-date.js';
import type { PlanAnswers, TargetAnswer } from './answers.types.js';
import { fieldName, type FieldName } from './field-names.js';
import { kindText } from './offer/offer-levels.js';

/** The name of a unit, or the title of a post; the id itself where it stands for nothing known. */
export type NameOf = (id: string) => string;

interface Telling {
  nameOf: NameOf;
  language: Language;
}

/** The word for a field; a target or a step goes by its id. */
export function fieldWord(field: string, language: Language): string {
  const name = fieldName(field);
  return name ? say(`field.${name}`, {}, language) : field.slice(field.lastIndexOf('.') + 1);
}

/** A field's value as people read it: words for codes, names for ids, days day first. What nobody has said is a dash. */
export function fieldText(field: string, value: unknown, telling: Telling): string {
  if (value === null || value === undefined) return '–';
  if (field.startsWith('steps.')) return stepText(value as StepFact, telling);
  const name = fieldName(field);
  const tell = name && TEXTS[name];
  return tell ? tell(value as never, telling) : plainText(value);
}

type Tell = (value: never, telling: Telling) => string;

/** As `fieldsOf` makes them: bodies and the route stand there in one line. */
const TEXTS: Partial<Record<FieldName, Tell>> = {
  bodies: (value: string, { nameOf }) => value.split(', ').map(nameOf).join(', '),
  calendar: (value: string, { language }) => wordOf('calendar', value, language),
  comparator: (value: string, { language }) => wordOf('comparator', value, language),
  route: (value: string, { language }) => {
    const [route = '', ...decided] = value.split(': ');
    return [wordOf('route', route, language), ...decided].join(': ');
  },
  workdays: ({ report, covenant }: PlanAnswers['workdays'], { language }) =>
    Object.entries({ report, covenant })
      .map(([duty, { lock, review, resubmit }]) => {
        const data = { duty: wordOf('told', duty, language), lock, review, resubmit };
        return say('told.workdays', data, language);
      })
      .join('; '),
  mode: sourceText,
};

/** Who brings a figure: how it is given out, how it is added up, by whom. */
function sourceText(source: TargetAnswer, { nameOf, language }: Telling): string {
  const { mode, method, responsible, allocation, units = {} } = source;
  return [
    wordOf('mode', mode, language),
    wordOf('method', method, language),
    ...(responsible ? [nameOf(responsible)] : []),
    ...(units.kinds ?? []).map((kind) => kindText(kind, language)),
    ...(units.units ?? []).map(nameOf),
    ...(allocation ? [say('told.units', { n: Object.keys(allocation).length }, language)] : []),
  ].join(', ');
}

interface StepFact {
  opens?: LocalDate;
  due: Record<string, DeadlineRule>;
}

/** When a step of a copy opens, and until when each level has time. */
function stepText({ opens, due }: StepFact, { language }: Telling): string {
  return [
    ...(opens ? [say('told.opens', { day: opens }, language)] : []),
    ...Object.entries(due).map(([level, rule]) => `${levelWord(level, language)} ${ruleText(rule, language)}`),
  ].join('; ');
}

function ruleText(rule: DeadlineRule, language: Language): string {
  if (rule.kind === 'by' || rule.kind === 'before') return say(`told.${rule.kind}`, { day: rule.date }, language);
  return say(`told.${rule.kind}`, 'days' in rule ? { n: rule.days } : {}, language);
}

/** Text with its days day first, a figure, or an interval with both its edges. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3/$2/$1');
  if (typeof value === 'number') return figureText(value);
  if (Array.isArray(value)) return value.map(plainText).join('; ');
  return Object.values(value as object)
    .map(plainText)
    .join(' – ');
}
