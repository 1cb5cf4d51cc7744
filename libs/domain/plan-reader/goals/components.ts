import { BODY } from '../duties/bodies-in-text.js';
import { datePhrases } from '../dates/date-phrases.js';
import type { PlanComponent } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { witness } from '../text/witness.js';
import { zoneOf } from '../text/zones.js';
import { fold } from '../text/fold.js';

const HEAD =
  /(?:phong trào(?: thi đua(?: đặc biệt| yêu nước)?)?|cuộc vận động|chương trình|cuộc thi|hội thi|chiến dịch|đợt thi đua)(?: [a-zA-ZÀ-ỹ, ]{0,40})?\s*$/;
const GIVEN = new RegExp(
  String.raw`(?:^|giao |[;.] ?)(${BODY}[^;.“”]{0,80}?) (?:chủ trì|phụ trách|làm đầu mối)[^;.“”]{0,60}$`,
);
const LEAD = /(?:do|giao) ([^,;.“”()]{4,80}?) (?:chủ trì|phát động|làm đầu mối)/;

/** Movements named in quotes inside the plan, each once, with a span of their own where one stands beside the name. */
export function componentsOf(layout: Layout, own: (string | null)[]): PlanComponent[] {
  const found: PlanComponent[] = [];
  const { page } = layout;
  const skip = own.filter((text): text is string => text !== null).map(fold);
  for (const paragraph of layout.paragraphs.slice(layout.body, layout.tail)) {
    if (zoneOf(paragraph) === 'purpose' || zoneOf(paragraph) === 'results') continue;
    let listed = false;
    for (const quote of paragraph.low.matchAll(/“([^“”]{4,260})”/g)) {
      const before = paragraph.low.slice(Math.max(0, quote.index - 90), quote.index);
      const again: boolean =
        listed &&
        /^[\s;,]*(?:và |hoặc )?$/.test(
          paragraph.low.slice(paragraph.low.lastIndexOf('”', quote.index - 1) + 1, quote.index),
        );
      listed = HEAD.test(before) || again;
      if (!listed || skip.some((text) => text.includes(fold(quote[1]!)))) continue;
      const start = paragraph.body + quote.index + 1;
      const name = wording(page, start, start + quote[1]!.length);
      if (found.some((other) => fold(other.name) === fold(name))) continue;
      const behind = paragraph.low.slice(quote.index, quote.index + quote[0].length + 60).split(/[;]/)[0]!;
      const span = datePhrases(behind, null).find((phrase) => phrase.span);
      const givenTo = GIVEN.exec(paragraph.low.slice(Math.max(0, quote.index - 160), quote.index))?.[1];
      const lead =
        LEAD.exec(paragraph.low.slice(quote.index + quote[0].length, quote.index + quote[0].length + 140))?.[1] ?? null;
      found.push({
        name,
        start: span?.first ?? null,
        end: span?.last ?? null,
        lead: lead ?? givenTo ?? null,
        ...witness(page, start, start + quote[1]!.length, 0.8),
      });
    }
  }
  return found;
}
