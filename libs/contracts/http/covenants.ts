import { z } from 'zod';
import { code, longText, post, reason, sha256, shortText } from './primitives.js';

/** More versions than any covenant of ours has. */
const versionNumber = z.int().min(0).max(10_000);

/** A text to sign; `seen` is the number of the version that was read, 0 before the first. */
export const covenantVersionBody = z
  .strictObject({
    seen: versionNumber,
    text: longText.min(1),
    pledges: z
      .array(z.strictObject({ unit: code, target: code, value: z.number().min(-1e15).max(1e15).nullable() }))
      .max(5_000)
      .default([]),
  })
  .meta({ id: 'CovenantVersionBody' });

/** The file that shows a signature on paper, by the SHA-256 of its bytes. */
const scan = z
  .strictObject({ sha256, name: shortText, bytes: z.int().min(1).max(1_000_000_000) })
  .meta({ id: 'SignedScan' });

/** `hash`: of the text that is signed; on paper, the one printed beside its QR code. `signedBy`: whose signature the scan shows. */
export const covenantSignatureBody = z
  .strictObject({ hash: sha256, signedBy: post.optional(), scan: scan.optional() })
  .refine(({ signedBy, scan: file }) => signedBy === undefined || file !== undefined, {
    error: 'ký thay bằng giấy phải kèm bản chụp đã ký',
    path: ['scan'],
  })
  .meta({ id: 'CovenantSignatureBody' });

export const covenantDeclineBody = z.strictObject({ hash: sha256, reason }).meta({ id: 'CovenantDeclineBody' });
export const covenantsQuery = z.strictObject({ campaign: code.optional() });

const by = z.object({ post: z.string().nullable(), person: z.string().nullable() });
const signature = z
  .object({
    version: z.int(),
    hash: z.string(),
    unit: z.string(),
    post: z.string(),
    person: z.string().nullable(),
    at: z.string(),
    /** Name and title of who signed. */
    signer: z.string(),
    scan: scan.optional(),
    enteredBy: by.optional(),
  })
  .meta({ id: 'CovenantSignature' });
const content = z
  .object({
    text: z.string(),
    parties: z.array(
      z.object({
        unit: z.string(),
        pledges: z.array(
          z.object({ target: z.string(), assigned: z.number().nullable(), value: z.number().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'CovenantText' });

/** `paper`: hand in the scan of what the head has signed on paper. */
export const covenantActs = ['propose', 'sign', 'decline', 'paper'] as const;

const head = {
  id: z.string(),
  campaign: z.string(),
  campaignName: z.string(),
  step: z.string(),
  title: z.string(),
  state: z.enum(['unwritten', 'signing', 'complete']),
  stateText: z.string(),
  /** Number of the text that stands; 0 before the first. */
  version: z.int(),
  /** What is signed; null before the first text. */
  hash: z.string().nullable(),
};

export const covenantView = z
  .object({
    ...head,
    /** Who signs, in the plan's order, by the obligation that gives them clock and ladder. */
    signatories: z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        obligation: z.string(),
        state: z.string(),
        stateText: z.string(),
        dueAt: z.string(),
        /** Signature of the text that stands. */
        signed: z.boolean(),
        /** What it is asked to pledge, as it is assigned today. */
        asked: z.array(z.object({ target: z.string(), assigned: z.number().nullable() })),
      }),
    ),
    /** Targets that are spoken of. */
    targets: z.array(z.object({ id: z.string(), name: z.string(), measure: z.string() })),
    /** What the reader's post may do with it now. */
    may: z.array(z.enum(covenantActs)),
    /** Posts of the reader's unit whose signature a scan may show. */
    signers: z.array(z.object({ post: z.string(), title: z.string(), name: z.string().nullable() })),
    /** Every text, oldest first, with its signatures; `changes` against the one before. */
    versions: z.array(
      z.object({
        n: z.int(),
        hash: z.string(),
        ground: z.enum(['first', 'changed', 'target_amended']),
        by,
        /** Name and title of who wrote it; null for the engine. */
        writer: z.string().nullable(),
        at: z.string(),
        completedAt: z.string().nullable(),
        content,
        changes: z.array(z.object({ path: z.string(), was: z.unknown(), now: z.unknown() })),
        signatures: z.array(signature),
        declined: z.array(
          z.object({
            unit: z.string(),
            post: z.string(),
            person: z.string().nullable(),
            signer: z.string(),
            at: z.string(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Where the text that stands is printed, with its hash and QR code; null before the first. */
    print: z.object({ docx: z.string(), pdf: z.string() }).nullable(),
  })
  .meta({ id: 'CovenantView' });
export type CovenantView = z.infer<typeof covenantView>;

const listed = z
  .object({
    ...head,
    /** Parties of the text that stands, and how many of them have signed it. */
    parties: z.int(),
    signed: z.int(),
    /** The signature of the reader's own unit; null where it is no party. `waits`: it may be given now. */
    mine: z
      .object({
        obligation: z.string(),
        stateText: z.string(),
        dueAt: z.string(),
        /** As `WorkItem.workingDaysLeft`. */
        workingDaysLeft: z.int().nullable(),
        signed: z.boolean(),
        waits: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'CovenantListed' });

export const covenantListView = z.object({ items: z.array(listed) }).meta({ id: 'CovenantList' });
export type CovenantListView = z.infer<typeof covenantListView>;

export const covenantReceipt = z
  .object({
    covenant: z.string(),
    command: z.enum(['propose', 'sign', 'decline']),
    state: z.enum(['unwritten', 'signing', 'complete']),
    version: z.int(),
    hash: z.string(),
    at: z.string(),
    /** Units whose signature is missing. */
    missing: z.array(z.string()),
  })
  .meta({ id: 'CovenantReceipt' });
