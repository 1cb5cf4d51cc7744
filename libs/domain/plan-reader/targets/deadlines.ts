import { ancestors, type Paragraph } from '../text/paragraphs.js';
import { deadlineWithin, type Span } from './read-targets.js';
import type { TargetDraft } from './target-draft.js';

/**
 * Deadline a target takes from the headings above it ("2.1 … (phấn đấu đến hết năm 2019)", "Năm 2017:"), else from the end
 * of the campaign; only the latter is inferred.
 */
export function inheritedDeadline(
  paragraphs: Paragraph[],
  draft: TargetDraft,
  year: number | null,
  campaignEnd: string | null,
  cited: Span[],
): { deadline: string | null; inferred: boolean } {
  if (draft.deadline) return { deadline: draft.deadline, inferred: false };
  const own = paragraphs[draft.paragraph]!;
  for (const up of ancestors(own)) {
    if (
      up.low.length > (up.low.endsWith(':') ? 400 : 220) ||
      cited.some((span) => span.start < up.end && span.end > up.body && up.low.length > 120)
    )
      continue;
    const deadline = deadlineWithin(up.low, 0, up.low.length, year);
    if (deadline) return { deadline, inferred: false };
  }
  return { deadline: campaignEnd, inferred: campaignEnd !== null };
}
