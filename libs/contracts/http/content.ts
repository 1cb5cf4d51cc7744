import { z } from 'zod';
import { TITLES_MOST } from '#libs/domain/pledge/registration-draft.js';
import { difficulties } from './difficulties.js';
import { code, day, documentNumber, longText, post, reason, shortText } from './primitives.js';

/** More targets, criteria or items than any plan of ours has. */
const MANY = 1_000;

/** One reported value. Empty is null, never zero; a rate brings both of its parts. */
const figure = z
  .strictObject({
    target: code,
    value: z.number().min(-1e15).max(1e15).nullable(),
    numerator: z.number().min(0).max(1e15).optional(),
    denominator: z.number().min(0).max(1e15).optional(),
    /** How much a value counts for in a weighted mean. */
    weight: z.number().min(0).max(1e15).optional(),
    /** Results that stand in the area of other units, by that unit: so that nobody counts them twice. */
    places: z
      .array(z.strictObject({ place: code, value: z.number().min(-1e15).max(1e15) }))
      .max(1_000)
      .optional(),
    status: z.enum(['estimated', 'final']),
    /** Why there is no figure. */
    reason: reason.optional(),
    /** Why it stands although it is unlike what was expected. */
    explanation: reason.optional(),
    /** What shows a yes, in words. */
    proof: reason.optional(),
  })
  .refine(({ numerator, denominator }) => (numerator === undefined) === (denominator === undefined), {
    error: 'tử số và mẫu số phải đi cùng nhau',
    path: ['denominator'],
  })
  .meta({ id: 'Figure' });

const report = z
  .strictObject({
    /** Every target asked of the unit itself; what comes up from its round is added by the engine. */
    figures: z.array(figure).max(MANY).optional(),
    narrative: longText,
    /** Why a figure that comes up from below is said otherwise here. */
    overrides: z
      .array(z.strictObject({ target: code, reason }))
      .max(MANY)
      .optional(),
    nil: z.strictObject({ reason }).optional(),
    /** Text of each section of the form, by its id. */
    sections: z.record(code, longText).optional(),
    /** Why the report as a whole stands although it looks hollow. */
    explanation: reason.optional(),
    /** Khó khăn, vướng mắc that the superior is to answer, by a key of one's own; the same key again is the same item. */
    difficulties: difficulties.optional(),
  })
  .meta({ id: 'ReportContent' });

const score = { criterion: code, points: z.number().min(0).max(10_000) };

/** What a unit says it will reach, by target. */
export const pledges = z
  .array(z.strictObject({ target: code, value: z.number().min(-1e15).max(1e15).nullable() }))
  .max(MANY);

const covenant = z.strictObject({ signedBy: post, pledges }).meta({ id: 'CovenantContent' });

/** Content of a submission, by kind of obligation. */
export const contents = {
  report,
  interim_review: report,
  final_report: report,
  follow_up: report,
  covenant,
  registration: z
    .strictObject({
      /** Danh hiệu the unit registers for, as the plan or the law names them. */
      titles: z.array(shortText).min(1).max(TITLES_MOST),
      /** For each target that the registration asks about, at the assigned level or beyond it. */
      pledges: pledges.optional(),
    })
    .meta({ id: 'RegistrationContent' }),
  own_plan: z
    .strictObject({ number: documentNumber, date: day, summary: longText.min(1) })
    .meta({ id: 'OwnPlanContent' }),
  event: z.strictObject({ occurredOn: day, ground: reason }).meta({ id: 'EventContent' }),
  self_score: z.strictObject({ scores: z.array(z.strictObject(score)).max(MANY) }).meta({ id: 'SelfScoreContent' }),
  verification: z
    .strictObject({ scores: z.array(z.strictObject({ ...score, reason: z.string().max(2_000).optional() })).max(MANY) })
    .meta({ id: 'VerificationContent' }),
  ranking: z.strictObject({ confirmed: z.literal(true) }).meta({ id: 'RankingContent' }),
  vote: z
    .strictObject({
      votes: z.array(z.strictObject({ item: code, choice: z.enum(['yes', 'no', 'blank']) })).max(MANY),
      /** An absent member's opinion on paper, before the session. */
      written: z.boolean().optional(),
    })
    .meta({ id: 'VoteContent' }),
  proposal: z.strictObject({ number: documentNumber, items: z.array(code).max(MANY) }).meta({ id: 'ProposalContent' }),
  decision: z
    .strictObject({ number: documentNumber, date: day, awarded: z.array(code).max(MANY) })
    .meta({ id: 'DecisionContent' }),
  minutes: z.strictObject({ number: documentNumber }).meta({ id: 'MinutesContent' }),
} as const;
