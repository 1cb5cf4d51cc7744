import { z } from 'zod';
import {
  councilTime,
  planComponents,
  planDuty,
  planOutline,
  share,
  stepKinds,
  stepSpec,
  workingDays,
} from './campaign-plan.js';
import { comparators, groupOverrides, rollupMethods, target, targetModes } from './plan-target.js';
import { code, day, longText, post, shortText } from './primitives.js';
import { unitSelector } from './unit-selector.js';

const words = z.string().max(4_000);
const ground = words.min(1);
const amount = z.number().min(-1e15).max(1e15);
const codes = z.array(code).max(5_000);
const named = <T extends z.ZodType>(value: T) => z.record(code, value);

const dated = z.strictObject({ value: day, inferred: z.boolean(), ground });
const limits = z.strictObject({
  lock: workingDays,
  grace: workingDays.optional(),
  review: workingDays,
  resubmit: workingDays,
});
const dueAnswer = z
  .union([
    z.strictObject({ by: day }),
    z.strictObject({ workingDays }),
    z.strictObject({ dayOfMonth: z.int().min(1).max(28) }),
  ])
  .meta({ id: 'DueAnswer' });
const dues = named(dueAnswer);

const source = z
  .strictObject({
    ids: z.array(code).min(1).max(1_000),
    mode: z.enum(targetModes),
    method: z.enum(rollupMethods),
    responsible: code.optional(),
    allocation: named(amount).optional(),
    units: z.strictObject({ kinds: codes.optional(), groups: codes.optional(), units: codes.optional() }).optional(),
    overrides: groupOverrides.optional(),
    baseline: amount.optional(),
    ground,
  })
  .meta({ id: 'TargetSource' });

const correction = z
  .strictObject({
    id: code,
    drop: z.boolean().optional(),
    name: words.min(1).optional(),
    comparator: z.enum(comparators).optional(),
    value: amount.nullable().optional(),
    min: amount.optional(),
    max: amount.optional(),
    unit: words.optional(),
    per: words.optional(),
    deadline: day.optional(),
    role: z.enum(['target', 'cross_check']).optional(),
    change: z.enum(['points', 'percent']).optional(),
    note: words.optional(),
    ground,
  })
  .meta({ id: 'TargetCorrection' });

const level = z.strictObject({
  level: code,
  owes: unitSelector,
  to: code,
  addressee: code.optional(),
  copyTo: z.array(code).max(50).optional(),
  consolidates: z.boolean().optional(),
});

/** Short: steps are named `report-<id>`. */
const periodId = code.max(40);
const period = z.strictObject({ id: periodId, title: shortText, from: day, to: day, opens: day, due: dues });

/** Periods by a pattern of the rules; the days of all levels are planned backwards from the highest. */
const regime = z
  .strictObject({
    regime: z.string().regex(/^[a-z0-9_.]{1,60}$/, { error: 'không phải mã của mẫu kỳ báo cáo' }),
    once: z.strictObject({ id: periodId, label: shortText, from: day, to: day }).optional(),
    opensBefore: workingDays,
    due: dueAnswer,
    stages: z
      .array(z.strictObject({ levels: z.array(code).min(1).max(20), wants: z.int().min(1).max(60) }))
      .min(1)
      .max(10),
    ground,
  })
  .meta({ id: 'RegimeAnswer' });

const council = z.strictObject({
  unit: code,
  members: z.int().min(1).max(200),
  secretary: post,
  meetsAfter: workingDays,
  time: councilTime,
  award: shortText,
  candidates: z.int().min(1).max(1_000),
  minutesWithin: workingDays,
  answer: z.strictObject({ yesShare: share, attendanceShare: share, ground }).optional(),
});

const step = z.strictObject({
  id: code,
  kind: z.enum(stepKinds).exclude(['report', 'follow_up']),
  title: shortText,
  ground,
  skip: z.boolean().optional(),
  opens: day.optional(),
  after: z
    .array(z.strictObject({ step: code, atLatest: day.optional() }))
    .max(50)
    .optional(),
  due: dues.optional(),
  limits: limits.optional(),
  council: council.optional(),
});

const kept = z.strictObject({ fact: words, answer: words, ground: words });
const questionId = z.string().regex(/^[a-z_]{1,40}(#\d{1,3})?$/, { error: 'không phải mã câu hỏi của văn bản' });

/** Every part may be left out; `null` takes back what was said. */
export const planAnswers = z
  .strictObject({
    plan: shortText,
    code,
    bodies: z.strictObject({ launching: code, standing: code, office: code, chair: post }).partial(),
    start: dated,
    end: dated,
    participants: z.strictObject({ select: unitSelector, answer: words.min(1), ground }),
    cadence: z.strictObject({ answer: words.min(1), ground }),
    route: z.strictObject({
      route: z.enum(['standing_body', 'council_open', 'external', 'none']),
      quota: z.int().min(0).max(10_000),
      decidedBy: words,
      ground,
    }),
    confirmed: z.array(z.strictObject({ id: code, name: words.min(1) })).max(1_000),
    targets: z.array(source).max(1_000),
    indicators: named(code),
    workdays: z.strictObject({ report: limits, covenant: limits, ground }),
    levels: named(level),
    periods: z.array(period).max(60),
    regime,
    steps: z.array(step).max(100),
    followUps: z.array(z.strictObject({ deadline: day, title: shortText, opens: day, workingDays, ground })).max(50),
    scoring: z.strictObject({
      criteria: z
        .array(
          z.strictObject({
            id: code,
            name: words.min(1),
            max: z.number().min(0).max(10_000),
            source: z.enum(['self', 'on_time']),
          }),
        )
        .max(200),
      ground,
    }),
    others: z.array(kept).max(200),
    head: z
      .strictObject({
        name: words.min(1),
        theme: words.nullable(),
        issuer: words.min(1),
        number: words.min(1).nullable(),
        issueDate: day.nullable(),
        signatory: words.min(1),
        calendar: code,
      })
      .partial(),
    corrections: z.array(correction).max(1_000),
    questions: z.record(questionId, z.strictObject({ answer: words.min(1), ground })),
    laidOut: z
      .strictObject({
        targets: z.array(target).max(1_000),
        goals: z.array(longText).max(1_000),
        duties: z.array(planDuty).max(1_000),
        steps: z.array(stepSpec).max(200),
        components: planComponents,
        outline: planOutline,
        kept: z.array(kept).max(1_000),
      })
      .partial(),
  })
  .partial()
  .meta({ id: 'PlanAnswers' });

/** The same as it is sent: a part may be null. */
export const givenAnswers = z
  .strictObject(
    Object.fromEntries(
      Object.entries(planAnswers.shape).map(([part, schema]) => [part, schema.nullable()]),
    ) as unknown as Nullable<typeof planAnswers.shape>,
  )
  .meta({ id: 'GivenAnswers' });

type Nullable<S> = { [P in keyof S]: S[P] extends z.ZodType ? z.ZodNullable<S[P]> : never };
