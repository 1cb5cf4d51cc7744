import { en } from './en';
import { vi, type Code } from './vi';

/** Vietnamese unless the address asks for English (`?lang=en`). */
const english = new URLSearchParams(window.location.search).get('lang') === 'en';
document.documentElement.lang = english ? 'en' : 'vi';

export function t(code: Code, data: Record<string, string | number> = {}): string {
  return (english ? en : vi)[code].replace(/\{(\w+)\}/g, (hole, name: string) => String(data[name] ?? hole));
}

const locale = english ? 'en-GB' : 'vi-VN';
const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `31/12/2026`, in Việt Nam's time; takes instants and plain days. */
export const dayText = (at: string): string =>
  dayFormat.format(new Date(at.length === 10 ? `${at}T00:00:00+07:00` : at));

/** `23:59 31/12/2026` */
export const instantText = (at: string): string => `${timeFormat.format(new Date(at))} ${dayText(at)}`;
