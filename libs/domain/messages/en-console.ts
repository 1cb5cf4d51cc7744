import type { viConsole } from './vi-console.js';

/** English: the same. */
export const enConsole: Record<keyof typeof viConsole, string> = {
  'feed.name': 'Đôn Đốc – deadlines of {post}',
  'feed.due': 'Due: {title} – {unit}',
  'feed.last_working_day': 'Last working day before it is due: {title} – {unit}',
  'feed.lock': 'Locks: {title} – {unit}',
  'month.session': 'Council session',
  'token-shown-once':
    'The calendar address of this request was given out and is not shown again. If it never arrived, make a new one with a new idempotency key.',
};
