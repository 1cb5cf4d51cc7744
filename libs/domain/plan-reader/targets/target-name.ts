import type { Layout } from '../text/layout.js';
import { ancestors } from '../text/paragraphs.js';
import type { TargetDraft } from './target-draft.js';

/** Headings that name no measure: "CHỈ TIÊU THI ĐUA", "Nội dung". Folded. */
const GENERAL =
  /^(?:các |một số |những )?(?:chỉ tiêu|mục tiêu|nội dung|nhiệm vụ|giải pháp|mục đích|yêu cầu|kết quả|tình hình|phong trào|kế hoạch|tổ chức thực hiện)(?![a-zA-ZÀ-ỹ])/;

/**
 * What a target is called, never nothing and always words of the plan: what its line names; else what stands before it in the
 * same paragraph; else the heading above; else what is counted, at last the words read.
 */
export function nameOf(layout: Layout, drafts: TargetDraft[], index: number, evidence: string): string {
  const draft = drafts[index]!;
  const own = trimmed(draft.name);
  if (own) return own;
  const before = drafts[index - 1];
  if (before?.paragraph === draft.paragraph && before.sentence === draft.sentence && trimmed(before.name))
    return trimmed(before.name);
  for (const up of ancestors(layout.paragraphs[draft.paragraph]!)) {
    if (up.low.length > 160 || GENERAL.test(up.low)) continue;
    const heading = trimmed(/^[^:;(]*/.exec(layout.page.clean.slice(up.body, up.end))![0]);
    if (heading) return heading;
  }
  return (/^[^%/]+$/.test(draft.unit) && !draft.unit.includes('đồng') && trimmed(draft.unit)) || trimmed(evidence);
}

const trimmed = (name: string): string => name.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '');
