import { z } from 'zod';
import { councilTime } from './campaign-plan.js';
import { code, day, documentNumber, id, post, reason, revision, sha256, shortText } from './primitives.js';

const seen = { revision: revision.optional() };

/** SHA-256 of the content that was read. */
const contentHash = sha256;
const remarkId = z.string().regex(/^r\d{1,6}\.\d{1,4}$/, { error: 'phải là mã ý kiến, ví dụ r1.2' });
const partPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z][\w-]*(\.[\w-]+)?$/, { error: 'phải là tên một phần của báo cáo, ví dụ figures.T1' });

/** What is handed in: a content, or the draft that was seen. */
const contentOrDraft = [
  ({ content, draft }: { content?: unknown; draft?: unknown }): boolean =>
    (content === undefined) !== (draft === undefined),
  { error: 'phải có nội dung (content) hoặc mã bản nháp (draft), chỉ một trong hai', path: ['content'] },
] satisfies [unknown, { error: string; path: string[] }];

/** Content is judged by the obligation's kind once that is known; here only that it is a group of fields. */
export const submissionBody = z
  .strictObject({
    ...seen,
    content: z.looseObject({}).meta({ id: 'SubmissionContent' }).optional(),
    /** Instead of a content: hash of the draft that was seen and is handed in. */
    draft: sha256.optional(),
    /** An answer to each remark of the return. */
    replies: z
      .array(z.strictObject({ remark: remarkId, text: reason }))
      .max(500)
      .optional(),
  })
  .refine(...contentOrDraft)
  .meta({ id: 'SubmissionBody' });

/** Entry on behalf: what stands on the signed paper of a unit without accounts, and the hash of its scan. */
export const entryBody = z
  .strictObject({
    ...seen,
    content: z.looseObject({}).meta({ id: 'SubmissionContent' }).optional(),
    /** Instead of a content: hash of the draft that the officer typed. */
    draft: sha256.optional(),
    paper: shortText,
    scan: sha256,
  })
  .refine(...contentOrDraft)
  .meta({ id: 'EntryBody' });

/** Receive: nothing to say but the revision seen. */
export const plainBody = z.strictObject(seen).optional().default({}).meta({ id: 'PlainBody' });
export const acceptBody = z
  .strictObject({
    ...seen,
    reason: reason.optional(),
    contentHash: contentHash.optional(),
    /** Remarks whose answers are taken. */
    resolve: z.array(remarkId).max(500).optional(),
  })
  .optional()
  .default({})
  .meta({ id: 'AcceptBody' });
export const receiveBody = z
  .strictObject({ ...seen, contentHash: contentHash.optional() })
  .optional()
  .default({})
  .meta({ id: 'ReceiveBody' });
/** With remarks only the parts they speak about may change; without them the whole report. */
export const returnBody = z
  .strictObject({
    ...seen,
    reason,
    contentHash: contentHash.optional(),
    remarks: z
      .array(z.strictObject({ path: partPath, reason: code, text: reason }))
      .min(1)
      .max(500)
      .optional(),
  })
  .meta({ id: 'ReturnBody' });
/** The same act on many reports, each of which was opened before. */
export const reviewTogetherBody = z
  .strictObject({
    act: z.enum(['receive', 'accept', 'return']),
    obligations: z.array(id).min(1).max(200),
    reason: reason.optional(),
  })
  .refine(({ act, reason: why }) => act !== 'return' || why !== undefined, {
    error: 'trả lại phải có lý do',
    path: ['reason'],
  })
  .meta({ id: 'ReviewTogetherBody' });
/** Reopen, withdraw, excuse, suspend, resume, cancel: never without a reason. */
export const reasonBody = z.strictObject({ ...seen, reason }).meta({ id: 'ReasonBody' });

/** The paper a decision stands in: number and date as printed on it. */
export const documentRef = z.strictObject({ number: documentNumber, date: day }).meta({ id: 'DocumentRef' });

/** `by_suspension` moves the clocks that stood open by the working days that were lost; dates written in the plan only with a document. */
export const resumeBody = z
  .strictObject({
    ...seen,
    reason,
    shift: z.enum(['keep', 'by_suspension']).default('keep'),
    document: documentRef.optional(),
  })
  .meta({ id: 'ResumeBody' });

export const extensionRequestBody = z
  .strictObject({ ...seen, proposedDay: day, reason })
  .meta({ id: 'ExtensionRequestBody' });
export const extensionDecisionBody = z
  .strictObject({ ...seen, granted: z.boolean(), lastDay: day.optional(), reason })
  .meta({ id: 'ExtensionDecisionBody' });
export const extensionBody = z.strictObject({ ...seen, lastDay: day, reason }).meta({ id: 'ExtensionBody' });

export const delayBody = z.strictObject({ ...seen, expectedDay: day, reason }).meta({ id: 'DelayBody' });
export const escalationBody = z
  .strictObject({ ...seen, to: z.enum(['head', 'superior', 'standing_body', 'chair']), reason })
  .meta({ id: 'EscalationBody' });

/** What becomes of a change from below; `n` is the number of the note that was read. */
export const amendmentBody = z
  .strictObject({
    ...seen,
    n: z.int().min(1).max(1_000_000),
    decision: z.enum(['accept_now', 'next_period', 'reopen']),
    reason,
  })
  .meta({ id: 'AmendmentBody' });

export const openSessionBody = z
  .strictObject({ ...seen, present: z.array(post).max(200) })
  .meta({ id: 'OpenSessionBody' });

/** `time`: the hour of the session where it changes too. */
export const postponeSessionBody = z
  .strictObject({ ...seen, day, time: councilTime.optional(), reason })
  .meta({ id: 'PostponeSessionBody' });

/** A delivery status notification as it came, headers and all; `to`: its envelope recipient, where the mail system tells it. */
export const bounceBody = z
  .strictObject({ message: z.string().min(1).max(900_000), to: z.string().max(254).optional() })
  .meta({ id: 'BounceBody' });

/** How the reader of a mail that came back was reached, e.g. by telephone. */
export const reachedBody = z.strictObject({ how: shortText }).meta({ id: 'ReachedBody' });

/** A pasted plan; a file comes as the part `file` of a form instead. */
export const readPlanBody = z
  .strictObject({ text: z.string().max(100_000).optional() })
  .optional()
  .default({})
  .meta({ id: 'ReadPlan' });
