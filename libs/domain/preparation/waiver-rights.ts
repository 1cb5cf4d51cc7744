import type { Actor } from '../obligation/commands.types.js';
import type { DefectKind } from '../plan-reader/plan-reading.types.js';
import type { BodyAnswers } from './answers.types.js';

/**
 * Who may take it upon themselves that something stays as it is. `officer`: any officer of the launching or the standing body;
 * `head`: the head of either, or the chair; `chair`: only the chair of the launching body.
 */
export type WaiverRank = 'officer' | 'head' | 'chair';

/**
 * The house's own rule, no law's: slips of the pen are the officer's, what changes what is owed or when is the head's, what decides on
 * awards or lets an implausible figure stand is the chair's (docs/decisions/015).
 */
export const DEFECT_WAIVERS: Record<DefectKind, WaiverRank> = {
  blank_number: 'head',
  blank_day: 'head',
  missing_header: 'head',
  duplicate_section_number: 'officer',
  parent_date_doubtful: 'officer',
  mixed_document_type: 'officer',
  implausible_number: 'chair',
  target_after_end: 'head',
  deadline_conflict: 'head',
  share_without_base: 'head',
  missing_cadence: 'head',
  cadence_without_day: 'head',
  duplicate_duty: 'head',
  missing_award_path: 'chair',
  target_without_number: 'head',
  review_of_other_year: 'officer',
  difference_disagrees: 'head',
  event_after_end: 'officer',
  stray_page_number: 'officer',
  issuer_signature_differ: 'head',
};

/** What the reader would not decide and nobody answered may be left open by the head only. */
export const QUESTION_WAIVER: WaiverRank = 'head';

const OFFICERS = ['focal', 'head', 'chair'];

/** @param bodies as answered so far; while they are not known nobody may waive what takes a head or a chair */
export function mayWaive(rank: WaiverRank, { unit, role, post }: Actor, bodies: Partial<BodyAnswers>): boolean {
  const { launching, standing, chair } = bodies;
  const ofBodies = unit === launching || unit === standing;
  if (chair !== undefined && post === chair) return true;
  if (rank === 'officer') return ofBodies && OFFICERS.includes(role);
  return rank === 'head' && ofBodies && role === 'head';
}
