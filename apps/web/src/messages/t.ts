import i18next from 'i18next';
import { vi, type Code } from './vi';

const KEY = 'dondoc.lang';

/** `?lang=` in the address is remembered; Vietnamese unless somebody asked for English. */
function chosen(): 'vi' | 'en' {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked === 'en' || asked === 'vi') localStorage.setItem(KEY, asked);
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
}

export const language = chosen();

/** Loads what the console says; English is fetched only where it is asked for. Before the first render. */
export async function loadMessages(): Promise<void> {
  document.documentElement.lang = language;
  const messages = language === 'en' ? (await import('./en')).en : vi;
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false }, // React escapes
  });
}

export const t = (code: Code, data: Record<string, string | number> = {}): string => i18next.t(code, data);

export function speak(next: 'vi' | 'en'): void {
  localStorage.setItem(KEY, next);
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  query.delete('lang');
  window.location.assign(`${pathname}${query.size ? `?${query.toString()}` : ''}`);
}

const locale = language === 'en' ? 'en-GB' : 'vi-VN';
const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const weekdayFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long' });
const timeFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** `31/12/2026`, in Việt Nam's time; takes instants and plain days. */
export const dayText = (at: string): string =>
  dayFormat.format(new Date(at.length === 10 ? `${at}T00:00:00+07:00` : at));

/** `23:59 31/12/2026` */
export const instantText = (at: string): string => `${timeFormat.format(new Date(at))} ${dayText(at)}`;

/** `24:00 thứ Sáu 31/12/2026`: the end of a day is said as 24:00, as offices write it. */
export function dueText(at: string): string {
  const time = timeFormat.format(new Date(at));
  const weekday = weekdayFormat.format(new Date(at));
  const day = language === 'en' ? weekday : `${weekday.charAt(0).toLowerCase()}${weekday.slice(1)}`;
  return `${time === '23:59' ? '24:00' : time}, ${day} ${dayText(at)}`;
}

/** `1.234,5`: two decimals at most, as reports print them; the exact value is kept. */
export const numberText = (value: number): string => numberFormat.format(value);
