import { dayText } from '../messages/t';

/** A value in one line, for people: its words and numbers in the order they stand. */
export function told(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return '–';
  if (Array.isArray(value)) return value.map(told).join('; ') || '–';
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => (name === 'ground' ? `(${told(one)})` : told(one)))
    .join(' · ');
}
