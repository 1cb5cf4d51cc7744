import { say, type Language, type MessageCode } from '../messages/say.js';
import { rungDistance } from './rung-distance.js';

/** What people read instead of a rung's id: `remind-5` is "trước hạn 5 ngày làm việc". Rungs of drills have no distance. */
export function rungTitle(rung: string, language: Language = 'vi'): string {
  const [code, data] = titleOf(rung);
  return say(code, data, language);
}

/** Acts that speak by rungs; overdue and lock have none to name. */
const SPOKEN = ['remind', 'urge', 'escalate'];

/** An act of the engine with its rung, in words: "Nhắc trước hạn 5 ngày làm việc". */
export function actTitle(act: string, rung: string, language: Language = 'vi'): string {
  const title = SPOKEN.includes(act) ? rungTitle(rung, language) : '';
  return say(`act.${act}` as MessageCode, { rung: title }, language);
}

/** Acts that tell people something and have a word of their own. */
const TOLD = ['open', 'remind', 'urge', 'escalate', 'delay'];

/** What a notice is about, in words: its act, or for what a decision told, the occasion. */
export const noticeTitle = ({ act, rung }: { act: string; rung: string }, language: Language = 'vi'): string =>
  TOLD.includes(act) ? actTitle(act, rung, language) : rungTitle(rung, language);

function titleOf(rung: string): [MessageCode, Record<string, string>] {
  const distance = rungDistance(rung);
  if (distance === 0) return ['rung.on', {}];
  if (distance !== null) return [distance < 0 ? 'rung.before' : 'rung.after', { days: `${Math.abs(distance)}` }];
  const byHand = /^by-hand-(\d+)$/.exec(rung);
  if (byHand) return ['rung.by-hand', { n: byHand[1]! }];
  if (rung.startsWith('urge-delay')) return ['rung.after-delay', {}];
  if (rung.startsWith('extension-request')) return ['rung.extension-request', {}];
  const [word] = rung.split('-');
  return [WORDS.find((one) => one === `rung.${word}`) ?? 'rung.due', {}];
}

const WORDS = [
  'rung.open',
  'rung.answered',
  'rung.returned',
  'rung.extension',
  'rung.delay',
  'rung.suspension',
] as const;
