import { type Day, type Iso } from './dump.types.js';

/** Instants are milliseconds of the epoch inside the oracle; local time is UTC+7 all year. */
export type Instant = number;
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export const dayOf = (at: Instant): Day => new Date(at + OFFSET_MS).toISOString().slice(0, 10);

/** Local wall time `HH:MM` of a day. */
export const timeOn = (day: Day, time: string): Instant => Date.parse(`${day}T${time}:00.000Z`) - OFFSET_MS;

export const endOf = (day: Day): Instant => Date.parse(`${day}T23:59:59.999Z`) - OFFSET_MS;

/** The local time of an instant on another day. */
export const sameHourOn = (day: Day, at: Instant): Instant => timeOn(day, '00:00') + at - timeOn(dayOf(at), '00:00');

export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + n * DAY_MS).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

export const instant = (iso: Iso | null | undefined): Instant | null => (iso == null ? null : Date.parse(iso));

/** For reports: UTC, or "none". */
export const show = (at: Instant | null): string => (at === null ? 'none' : new Date(at).toISOString());
