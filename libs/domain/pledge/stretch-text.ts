import { figureText } from '../indicator/figure-text.js';
import { say, type Language } from '../messages/say.js';
import type { Stretch } from './stretch.js';

/** The stretch in words, as the plans write it: "+6,5 % so với chỉ tiêu trên giao". */
export function stretchText({ difference, percent }: Stretch, language: Language = 'vi'): string {
  const amount = percent ?? difference;
  if (amount === 0) return say('pledge.as-assigned', {}, language);
  const sign = amount > 0 ? '+' : '−';
  const code = percent === null ? 'pledge.beyond' : 'pledge.beyond-percent';
  return say(code, { amount: `${sign}${figureText(Math.abs(amount))}` }, language);
}
