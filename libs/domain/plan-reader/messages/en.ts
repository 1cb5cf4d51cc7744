import type { planVi } from './vi.js';

/** English of the proposals and questions. */
export const planEn: Record<keyof typeof planVi, string> = {
  'defect.blank_number': 'Fill in the number; until then use a draft number and send nothing out.',
  'defect.blank_day': 'Fill in the day of issue; the start of the campaign depends on it.',
  'defect.missing_header': 'The heading (number, date) is lost: add it from the original.',
  'defect.duplicate_section_number': 'Two sections are numbered “{label}”: renumber the later one.',
  'defect.parent_date_doubtful':
    'The date {date} of the parent does not fit the campaign year {year}: check the original.',
  'defect.parent_after_issue': 'The parent is dated {date}, after the day of issue {issued}: check the original.',
  'defect.mixed_document_type': 'Called “{type}”, but the symbol {number} belongs to {other}: check the original.',
  'defect.implausible_number':
    'The value {value}{unit} of “{name}” is hard to believe: keep it, ask the drafter, do not correct it.',
  'defect.target_after_end':
    '{count} targets fall due on {deadline}, after the end {end}: provisional review, follow up until then.',
  'defect.deadline_conflict':
    'The deadline {deadline} of “{name}” is later than {heading} in the heading: confirm which holds.',
  'defect.share_without_base': '“{name}” is a share of an unnamed total: state the denominator or the base value.',
  'defect.target_without_number': '“{name}” has no number: state the level or make it a duty.',
  'defect.missing_cadence':
    'No reporting period is set: the default is half-year and year (data close 14/6 and 14/12, sent within 2 working days; decree 09/2019). It is a default, not the plan’s word.',
  'defect.cadence_without_day':
    'The period “{cadence}” has no day: the default is data close 14/6 and 14/12, sent within 2 working days. It is a default, not the plan’s word.',
  'defect.duplicate_duty':
    '“{first}” and “{second}” are both to urge and inspect: make one responsible, the other co-worker.',
  'defect.missing_award_path':
    'Who proposes and who decides awards is not complete: default unit → standing body → deciding authority.',
  'defect.review_of_other_year': 'Review and awards speak of {year}, the campaign is of {campaign}: confirm the year.',
  'defect.difference_disagrees': 'The difference {difference} does not agree with {from} to {to} of “{name}”.',
  'defect.event_after_end': 'The event of {date} comes after the end of the campaign ({end}): confirm the end.',
  'defect.stray_page_number': '“{number}” looks like a page number inside the sentence: remove it.',
  'defect.issuer_signature_differ': 'The text names {issuer}, the signature is “{signature}”: settle the authority.',
  'ask.unclear': '“{name}” {value}{unit}: a share or a growth, and of what total?',
  'ask.unit_mismatch': '“{name}” speaks of a count but the level is {value}{unit}: confirm that it is a share.',
  'ask.range_or_baseline': '“{evidence}”: a range to reach, or {min} today and {max} as the goal?',
  'ask.window': '“{evidence}”: for one year or for the whole campaign?',
  'ask.points_or_percent': '“{evidence}”: percentage points, or percent of the old level?',
  'ask.bands': 'The bands “{band}” are stored and measured cumulatively (lower edge and above): agreed?',
  'ask.baseline': '“{name}”: what is the base value?',
  'ask.nested': 'Does “{second}” include “{first}”?',
  'ask.allocation':
    'The targets are those of the whole ({scope}): allocated to units, common, or reported by one agency?',
  'ask.proof': '{count} targets are done or not done: which proof is accepted (decision, minutes, photo)?',
  'ask.horizons': 'The plan has {count} horizons ({deadlines}): which one ends the campaign?',
  'ask.finished_or_started': '“{evidence}”: finished by the deadline, or only chosen and started?',
  'ask.start_open': 'The campaign starts “{text}” but the day of issue is blank: which day is it?',
  'ask.start_missing': 'The plan names no start.',
  'ask.end_missing': 'The plan names no end.',
  'ask.school_year': '“{text}” is a school year: which calendar gives its first and last day?',
  'ask.parent_rivals': 'Which document launched the campaign above: {documents}?',
  'ask.recipients_brace': 'Which recipients does the brace “{text}” cover?',
  'ask.misplaced': '“{name}” stands under “{heading}”: which field does it belong to?',
  'ask.decimal_mark': '“{evidence}”: is the comma a decimal or a thousands mark?',
  'ask.deadline_missing': '“{name}” has no deadline.',
  'ask.no_campaign': 'The text speaks of no emulation campaign: choose another document or enter it by hand.',
};
