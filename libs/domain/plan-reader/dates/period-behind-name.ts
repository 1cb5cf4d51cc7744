import type { Layout } from '../text/layout.js';
import { datePhrases, type DatePhrase } from './date-phrases.js';

const REACH = 3000;

/**
 * "phát động phong trào thi đua “Tên” giai đoạn 2026-2028": the years behind the name of the campaign, for a title that has the
 * name alone. Another movement cited with its years is not taken. Offsets in the clean text.
 */
export function periodBehindName(layout: Layout): DatePhrase | null {
  const { page, subject, paragraphs, preamble } = layout;
  if (!subject) return null;
  const title = page.low.slice(subject.start, subject.end).replace(/\s+/g, ' ');
  const from = paragraphs[preamble]?.start ?? 0;
  const low = page.low.slice(from, from + REACH);
  for (const match of low.matchAll(/“([^“”]{5,240})”[ ,]*(?:(?:trong|cho|của) )?(?=(?:giai đoạn|các năm|năm) )/g)) {
    if (!title.includes(match[1]!.replace(/\s+/g, ' '))) continue;
    const at = match.index + match[0].length;
    const phrase = datePhrases(low.slice(at, at + 40), null).find((one) => one.precision === 'year');
    if (phrase && phrase.start < 16) return { ...phrase, start: from + at + phrase.start, end: from + at + phrase.end };
  }
  return null;
}
