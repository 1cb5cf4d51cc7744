import type { CampaignSpan } from '../dates/campaign-span.js';
import type { ReadTarget } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';
import { inheritedDeadline } from './deadlines.js';
import type { Span } from './read-targets.js';
import type { TargetDraft } from './target-draft.js';
import { nameOf } from './target-name.js';

/** Drafts with deadline, place and evidence, each once. */
export function finishTargets(
  layout: Layout,
  drafts: TargetDraft[],
  span: CampaignSpan,
  issuer: string | null,
  cited: Span[],
): ReadTarget[] {
  const scope = issuer ? scopeOf(issuer) : null;
  return drafts.map((draft, i) => {
    const { deadline, inferred } = inheritedDeadline(layout.paragraphs, draft, span.year, span.end.value, cited);
    const lead = /^(?:[\s,;:.)-]|và )*/.exec(layout.page.low.slice(draft.start, draft.end))?.[0].length ?? 0;
    const evidence = evidenceAt(layout.page, draft.start + lead, draft.end, draft.confidence);
    const { min, max } = draft;
    return {
      name: nameOf(layout, drafts, i, evidence.text),
      comparator: draft.comparator,
      explicit: draft.explicit,
      value: draft.value,
      ...(min !== undefined && max !== undefined && { min, max }),
      unit: draft.unit,
      per: draft.per ?? scope,
      deadline: draft.role === 'result' ? draft.deadline : deadline,
      deadline_inferred: draft.role === 'result' ? false : inferred,
      baseline: draft.baseline,
      band: draft.band,
      condition: draft.condition,
      role: draft.role,
      evidence: evidence.text,
      offset: evidence.offset,
      line: evidence.line,
      confidence: evidence.confidence,
    };
  });
}

/** "tỉnh", "phường": the whole of which a target without own scope speaks. */
const scopeOf = (issuer: string): string | null =>
  /(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|công ty|trường|cụm)(?![a-zA-ZÀ-ỹ])/.exec(
    issuer.toLowerCase(),
  )?.[1] ?? null;
