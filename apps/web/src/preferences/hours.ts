import type { PreferenceView } from '../api/contracts';

const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const hourOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Every hour that may be chosen, the chosen one among them. */
export function hoursOf({
  earliest,
  latest,
  stepMinutes,
  digestAt,
}: Pick<PreferenceView, 'earliest' | 'latest' | 'stepMinutes' | 'digestAt'>): string[] {
  const hours = new Set([digestAt]);
  for (let at = minutesOf(earliest); at <= minutesOf(latest); at += stepMinutes) hours.add(hourOf(at));
  return [...hours].sort();
}
