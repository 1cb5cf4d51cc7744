import { z } from 'zod';
import { code, day, post, shortText } from './primitives.js';
import { target } from './plan-target.js';
import { unitSelector } from './unit-selector.js';

export const stepKinds = [
  'own_plan',
  'registration',
  'covenant',
  'report',
  'interim_review',
  'event',
  'final_report',
  'self_score',
  'verification',
  'ranking',
  'council',
  'proposal',
  'decision',
  'follow_up',
] as const;
const obligationKinds = [...stepKinds.filter((kind) => kind !== 'council'), 'vote', 'minutes'] as const;

export const workingDays = z.int().min(0).max(400);
const origin = z.union([z.literal('opened'), day]);
const deadlineRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('by'), date: day }),
    z.strictObject({ kind: z.literal('before'), date: day }),
    z.strictObject({ kind: z.literal('within'), days: workingDays, from: origin }),
    z.strictObject({ kind: z.literal('within_working_days'), days: workingDays, from: origin }),
    z.strictObject({ kind: z.literal('instant'), afterMs: z.int().min(0).max(31_536_000_000) }),
  ])
  .meta({ id: 'DeadlineRule' });

const duty = z
  .strictObject({
    level: code,
    kind: z.enum(obligationKinds),
    owes: unitSelector,
    answeredBy: code.optional(),
    to: z.union([z.literal('parent'), z.strictObject({ unit: code })]),
    addressee: code.optional(),
    copyTo: z.array(code).max(50).optional(),
    cutoff: day.optional(),
    opens: day.optional(),
    due: deadlineRule,
    lockAfter: workingDays,
    graceAfter: workingDays.optional(),
    lockAfterMs: z.int().min(0).max(31_536_000_000).optional(),
    reviewWithin: workingDays,
    resubmitWithin: workingDays,
    ladder: code,
    targets: z.array(code).max(1_000).optional(),
    consolidates: z.boolean().optional(),
    jointly: z.enum(['cluster', 'superior']).optional(),
  })
  .refine(({ kind, jointly }) => jointly === undefined || kind === 'covenant', {
    error: 'chỉ giao ước mới ký chung',
    path: ['jointly'],
  })
  .meta({ id: 'Duty' });

export const share = z.number().min(0).max(1);
export const councilTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'phải là giờ dạng HH:mm' });
const council = z
  .strictObject({
    unit: code,
    members: z.array(post).min(1).max(200),
    secretary: post,
    meetsAfter: workingDays,
    time: councilTime,
    award: shortText,
    answer: z.strictObject({ yesShare: share, attendanceShare: share, ground: shortText }).optional(),
    candidates: z.int().min(1).max(1_000),
  })
  .meta({ id: 'Council' });

export const stepSpec = z
  .strictObject({
    id: code,
    kind: z.enum(stepKinds),
    title: shortText,
    skip: z.strictObject({ ground: shortText.max(2_000) }).optional(),
    opens: day.optional(),
    after: z
      .array(z.strictObject({ step: code, is: z.enum(['opened', 'finished']), atLatest: day.optional() }))
      .max(50),
    duties: z.array(duty).max(100),
    period: z
      .strictObject({
        id: code,
        from: day,
        to: day,
        joins: z.array(code).max(60).optional(),
        newSince: day.optional(),
      })
      .optional(),
    council: council.optional(),
  })
  .meta({ id: 'Step' });

const words = z.string().max(4_000);

export const planDuty = z.strictObject({
  who: words,
  does: words,
  mode: z.enum(['assigned', 'asked', 'lead', 'with']),
  deliverable: words.nullable(),
  due: day.nullable(),
});

/** Movements named inside the plan: sections of its reports. */
export const planComponents = z.array(z.strictObject({ id: code, name: shortText })).max(50);
/** Sections of the reports where the plan wrote its own. */
export const planOutline = z
  .array(z.strictObject({ id: code, title: shortText }))
  .min(1)
  .max(50);

/** A campaign as an officer decided it: the facts of the plan's text, completed where it is silent. */
export const campaignPlan = z
  .strictObject({
    code,
    source: words,
    name: words.min(1),
    theme: words.nullable(),
    issuer: words,
    number: words.nullable(),
    issueDate: day.nullable(),
    signatory: words,
    launchingUnit: code,
    standingBody: code,
    chairPost: post,
    start: day,
    end: day,
    startInferred: z.boolean(),
    endInferred: z.boolean(),
    calendar: code,
    participants: unitSelector,
    targets: z.array(target).max(1_000),
    goals: z.array(words).max(1_000),
    duties: z.array(planDuty).max(1_000),
    steps: z.array(stepSpec).min(1).max(200),
    award: z.strictObject({
      route: z.enum(['standing_body', 'council_open', 'external', 'none']),
      quota: z.int().min(0).max(10_000),
      decidedBy: words,
      ground: words,
    }),
    scoring: z
      .array(
        z.strictObject({
          id: code,
          name: words,
          max: z.number().min(0).max(10_000),
          source: z.enum(['self', 'on_time']),
        }),
      )
      .max(200),
    answers: z.array(z.strictObject({ fact: words, answer: words, ground: words })).max(1_000),
    components: planComponents.optional(),
    outline: planOutline.optional(),
  })
  .meta({ id: 'CampaignPlan' });
