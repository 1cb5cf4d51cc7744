import { t } from '../../messages/t';
import type { Code } from '../../messages/vi';

const WORDS: readonly string[] = [
  ...[
    'name',
    'theme',
    'issuer',
    'number',
    'issueDate',
    'signatory',
    'calendar',
    'start',
    'end',
    'bodies',
    'participants',
  ],
  ...['cadence', 'periods', 'route', 'workdays', 'scoring', 'goals', 'duties'],
  ...['comparator', 'value', 'unit', 'deadline', 'mode', 'indicator'],
];

/** The word for a field; of a target with its id. */
export function wordOf(field: string): string {
  const parts = field.split('.');
  const last = parts.at(-1)!;
  const word = WORDS.includes(last) ? t(`word.${last}` as Code) : last;
  return parts[0] === 'targets' && parts.length === 3 ? `${parts[1]}: ${word}` : word;
}
