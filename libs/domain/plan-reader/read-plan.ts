import type { Language } from '../messages/say.js';
import { awardOf } from './award/award.js';
import { quotasOf } from './award/quotas.js';
import { parentText, readCitations } from './citations/read-citations.js';
import { campaignSpan } from './dates/campaign-span.js';
import { milestonesOf } from './dates/milestones.js';
import { phasesOf } from './dates/phases.js';
import { checkAll } from './defects/check-all.js';
import type { CheckContext } from './defects/check-context.js';
import { questionsOf } from './defects/questions.js';
import { dutiesOf } from './duties/duties.js';
import { inspectionOf, pledgeOf, reviewOf } from './duties/said-by.js';
import { componentsOf } from './goals/components.js';
import { goalsOf } from './goals/goals.js';
import { shortened } from './header/body-name.js';
import { issuerOf } from './header/issuer.js';
import { campaignNameOf, kindOf } from './header/kind-and-name.js';
import { numberAndDate } from './header/number-and-date.js';
import { recipientsOf } from './header/recipients.js';
import { signingOf } from './header/signatory.js';
import { sloganOf, themeOf } from './header/theme.js';
import type { Evidence, PlanReading, Witnessed } from './plan-reading.types.js';
import { reportingOf } from './reporting/reporting.js';
import { scoringOf } from './scoring/scoring.js';
import { finishTargets } from './targets/finish-targets.js';
import { readTargets } from './targets/read-targets.js';
import { layoutOf } from './text/layout.js';
import { evidenceAt } from './text/page.js';

/** A reading with what lies behind it, for the checks. */
export function readWithContext(text: string, language: Language): CheckContext {
  const layout = layoutOf(text);
  const heading = numberAndDate(layout);
  const citations = readCitations(layout);
  const issuer = issuerOf(layout, citations.parent?.issuer ?? null);
  const signing = signingOf(layout);
  const name = campaignNameOf(layout);
  const span = campaignSpan(layout, heading);
  const [theme, slogan] = [themeOf(layout), sloganOf(layout)];
  const recipients = recipientsOf(layout, signing.cells);
  const drafts = readTargets(layout, citations.spans, span.year);
  const targets = finishTargets(layout, drafts, span, issuer.issuer, citations.spans);
  const duties = dutiesOf(layout, span.year);
  const goals = goalsOf(layout, targets);
  const { subject } = layout;

  const reading: PlanReading = {
    issuer: issuer.issuer,
    level: issuer.level,
    kind: kindOf(layout),
    number: heading.number,
    issue_date: heading.date,
    parent_document: parentText(citations.parent, shortened),
    legal_bases: citations.documents.map((document) => document.text),
    cited_documents: citations.documents.map(({ dateText: _, ...document }) => document),
    campaign_name: name,
    theme: theme?.text ?? null,
    slogan: slogan?.text ?? null,
    start: span.start,
    end: span.end,
    phases: phasesOf(layout, span.year),
    milestones: milestonesOf(layout, span.year),
    components: componentsOf(layout, [theme?.text ?? null, slogan?.text ?? null, name]),
    duties,
    reporting: reportingOf(layout, duties),
    numeric_targets: targets,
    non_numeric_goals: goals.goals,
    pledge: pledgeOf(layout, duties),
    inspection: inspectionOf(layout, duties),
    review: reviewOf(layout, duties),
    award: awardOf(layout, duties),
    award_quotas: quotasOf(layout),
    scoring: scoringOf(layout),
    recipients: recipients.recipients,
    signatory: signing.text,
    defects: [],
    questions: [],
    evidence: places({
      issuer: issuer.evidence,
      level: issuer.evidence,
      number: heading.numberEvidence,
      issue_date: heading.dateEvidence,
      parent_document: citations.parent && placeOf(citations.parent),
      campaign_name: name && subject ? evidenceAt(layout.page, subject.start, subject.end, 0.9) : null,
      theme: theme?.evidence,
      slogan: slogan?.evidence,
      start: span.startEvidence,
      end: span.endEvidence,
      signatory: signing.evidence,
      ...listed('legal_bases', citations.documents.map(placeOf)),
      ...listed('non_numeric_goals', goals.evidence),
      ...listed('recipients', recipients.evidence),
    }),
  };
  const context: CheckContext = {
    reading,
    layout,
    heading,
    citations,
    span,
    drafts,
    brace: recipients.brace,
    authority: signing.authority,
    language,
  };
  reading.defects = checkAll(context);
  reading.questions = questionsOf(context);
  return context;
}

/**
 * Reads a plan: who issues what campaign, from when to when, which targets, duties, reports and awards it names.
 * Rules only; what the text does not say stays null and what it says twice or unclearly becomes a question.
 * @param text plain text, any Unicode form and line ends; offsets of the answer count in `normalise(text)`
 * @param language of proposals and questions; everything else is the plan's own wording
 */
export function readPlan(text: string, language: Language = 'vi'): PlanReading {
  return readWithContext(text, language).reading;
}

const placeOf = (seen: Witnessed): Evidence => ({
  text: seen.evidence,
  offset: seen.offset,
  line: seen.line,
  confidence: seen.confidence,
});

const listed = (field: string, all: Evidence[]): Record<string, Evidence> =>
  Object.fromEntries(all.map((one, i) => [`${field}[${i}]`, one]));

function places(fields: Record<string, Evidence | null | undefined>): Record<string, Evidence> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Evidence] => Boolean(entry[1])));
}
