import { z } from 'zod';
import { givenAnswers } from './plan-answers.js';
import { code, reason, revision, shortText } from './primitives.js';

const seen = { revision: revision.optional() };

/** A pasted text with the name it goes by; a file comes as the part `file` of a form instead. */
export const newPreparationBody = z
  .strictObject({ text: z.string().max(100_000).optional(), name: shortText.optional() })
  .optional()
  .default({})
  .meta({ id: 'NewPreparation' });

/** Last year's campaign, moved by whole years. */
export const copyCampaignBody = z
  .strictObject({ years: z.int().min(1).max(20).default(1) })
  .optional()
  .default({ years: 1 })
  .meta({ id: 'CopyCampaign' });

/** `forecast=0`: only what holds up the launch, without running the campaign ahead. */
export const gateQuery = z.strictObject({ forecast: z.enum(['0', '1']).optional() });
export type GateQuery = z.infer<typeof gateQuery>;

export const answersBody = z.strictObject({ ...seen, answers: givenAnswers }).meta({ id: 'AnswersBody' });

const field = z
  .string()
  .max(200)
  .regex(/^[\w.-]+$/, { error: 'không phải tên trường' });
/** Names of fields; one before a dot stands for everything below it (`targets.T03`). */
export const confirmBody = z
  .strictObject({ ...seen, fields: z.array(field).min(1).max(2_000) })
  .meta({ id: 'ConfirmBody' });

const item = z.string().min(1).max(300);
export const waiveBody = z.strictObject({ ...seen, item, reason }).meta({ id: 'WaiveBody' });
export const withdrawWaiverBody = z.strictObject({ ...seen, item }).meta({ id: 'WithdrawWaiverBody' });

export const parentBody = z
  .strictObject({
    ...seen,
    parent: z
      .strictObject({
        campaign: code,
        targets: z.array(z.strictObject({ parent: code, child: code })).max(1_000),
      })
      .nullable(),
  })
  .meta({ id: 'ParentBody' });
