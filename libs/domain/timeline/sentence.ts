import { actTitle } from '../ladder/rung-title.js';
import { say, type Language, type MessageCode } from '../messages/say.js';
import { sayCause } from '../obligation/attempt.js';
import type { ParkCause } from '../obligation/parking.types.js';
import { localDateOf } from '../time/local-date.js';
import { timelineEn } from './en.js';
import { timelineVi, type TimelineCode } from './vi.js';

/** The part of a journal entry that its sentence is made from. */
export interface TimelineEvent {
  type: string;
  data: Record<string, unknown>;
}

/** A sentence of the timeline. A placeholder without data stays visible, so that the slip is seen. */
export function sayTimeline(code: TimelineCode, data: Record<string, unknown> = {}, language: Language = 'vi'): string {
  const texts = language === 'vi' ? timelineVi : timelineEn;
  return texts[code].replace(/\{(\w+)\}/g, (hole, name: string) => word(data[name]) ?? hole);
}

/**
 * What happened, in one sentence for people.
 * @param title of the step or obligation that the event is about
 */
export function timelineSentence({ type, data }: TimelineEvent, title: string, language: Language = 'vi'): string {
  const fill = { ...data, title };
  switch (type) {
    case 'act':
      return sayTimeline('act', { ...fill, acts: acts(data, language), count: listLength(data.obligations) }, language);
    case 'submitted':
    case 'entered':
      return sayTimeline(
        type,
        { ...fill, onTime: onTime(data, language), nil: data.nil ? sayTimeline('nil', {}, language) : '' },
        language,
      );
    case 'difficulty_answered':
    case 'difficulty_declined': {
      const paper = data.number === undefined ? '' : sayTimeline('paper', data, language);
      return sayTimeline(type, { ...fill, onTime: onTime(data, language), paper }, language);
    }
    case 'returned':
    case 'reopened':
    case 'asked_again':
      return sayTimeline(
        data.from === 'lapsed' ? 'reopened_locked' : type,
        { ...fill, dueDay: shortDay(localDateOf(new Date(data.dueAt as string))) },
        language,
      );
    case 'parked':
      return sayTimeline(
        type,
        {
          ...fill,
          cause: sayCause(data.cause as ParkCause, language),
          until: shortDay(localDateOf(new Date(data.until as string))),
        },
        language,
      );
    case 'step_stuck':
      return sayTimeline(type, { ...fill, cause: sayCause(data.cause as ParkCause, language) }, language);
    case 'released':
      return sayTimeline(
        type,
        { ...fill, state: say(`state.${String(data.state)}` as MessageCode, {}, language) },
        language,
      );
    case 'extension_decided':
      return sayTimeline(data.granted ? 'extension_granted' : 'extension_refused', days(fill), language);
    case 'repaired':
      return sayTimeline(
        type,
        { ...fill, count: listLength(data.repairs), kinds: repairs(data.repairs, language) },
        language,
      );
    case 'resumed':
      return sayTimeline(type, { ...fill, shift: shift(data.shift, language) }, language);
    case 'escalated':
      return sayTimeline(
        type,
        { ...fill, audience: say(`recipient.${String(data.to)}` as MessageCode, {}, language) },
        language,
      );
    case 'session_called':
      return sayTimeline(type, days({ ...fill, items: listLength(data.items) }), language);
    case 'session_opened':
      return sayTimeline(type, { ...fill, present: listLength(data.present) }, language);
    default:
      return type in timelineVi
        ? sayTimeline(type as TimelineCode, days(fill), language)
        : sayTimeline('other', { type }, language);
  }
}

/** `31/12/2026` */
const shortDay = (day: string): string => day.split('-').reverse().join('/');

function acts(data: Record<string, unknown>, language: Language): string {
  const list = (data.acts ?? []) as { act: string; rung: string }[];
  return list.map(({ act, rung }) => actTitle(act, rung, language)).join(', ');
}

const shift = (decided: unknown, language: Language): string =>
  decided ? sayTimeline(decided === 'by_suspension' ? 'shifted' : 'kept', {}, language) : '';

function onTime({ onTime: met, inGrace }: Record<string, unknown>, language: Language): string {
  if (typeof met !== 'boolean') return '';
  return sayTimeline(inGrace ? 'in-grace' : met ? 'on-time' : 'late', {}, language);
}

/** Kinds of findings with how often each; their words stand in the list of findings. */
function repairs(list: unknown, language: Language): string {
  const kinds = ((list ?? []) as { kind: string }[]).map(({ kind }) => kind);
  const counts = [...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length] as const);
  return counts.map(([kind, n]) => (n > 1 ? `${kind} × ${n}` : kind)).join(', ') || sayTimeline('none', {}, language);
}

const listLength = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const days = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? shortDay(value) : value,
    ]),
  );

const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
