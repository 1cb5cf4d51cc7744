import type { Language } from '../../messages/say.js';
import type { Citations } from '../citations/read-citations.js';
import type { CampaignSpan } from '../dates/campaign-span.js';
import type { NumberAndDate } from '../header/number-and-date.js';
import { tell, type PlanMessage, type PlanMessageData } from '../messages/tell.js';
import type { Defect, DefectKind, Evidence, PlanReading, Question } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';
import type { TargetDraft } from '../targets/target-draft.js';

/** What the checks may look at: the reading and what lies behind it. */
export interface CheckContext {
  reading: PlanReading;
  layout: Layout;
  heading: NumberAndDate;
  citations: Citations;
  span: CampaignSpan;
  /** Same order as `reading.numeric_targets`. */
  drafts: TargetDraft[];
  brace: Evidence | null;
  authority: string | null;
  language: Language;
}

export type Place = Pick<Evidence, 'text' | 'offset' | 'line'> | { evidence: string; offset: number; line: number };

/** Nothing to point at: the beginning of the text. */
export const wholeText = (context: CheckContext): Place => {
  const first = context.layout.paragraphs[Math.max(0, context.layout.type)];
  return first ? evidenceAt(context.layout.page, first.start, first.end, 1) : { text: '', offset: 0, line: 1 };
};

export function defect(
  context: CheckContext,
  kind: DefectKind,
  place: Place,
  data: PlanMessageData = {},
  code: string = kind,
): Defect {
  const evidence = 'evidence' in place ? place.evidence : place.text;
  const said = { code: `defect.${code}` as PlanMessage, data };
  return {
    kind,
    evidence,
    offset: place.offset,
    line: place.line,
    proposal: tell(said.code, data, context.language),
    said,
  };
}

export function ask(
  context: CheckContext,
  kind: string,
  about: string,
  place: Place | null,
  data: PlanMessageData = {},
): Question {
  const said = { code: `ask.${kind}` as PlanMessage, data };
  return {
    kind,
    about,
    text: tell(said.code, data, context.language),
    evidence: place ? ('evidence' in place ? place.evidence : place.text) : null,
    offset: place?.offset ?? null,
    said,
  };
}
