import { z } from 'zod';
import { sha256, shortText } from './primitives.js';

/** `figures.TARGET`, `sections.SECTION`, `paper`. */
const place = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][\w.-]*$/, { error: 'không phải là chỗ trong biểu mẫu' });

/** Bind a file that is kept already: its reader need not send it again. */
export const knownFileBody = z
  .strictObject({ path: place, hash: sha256, name: shortText.max(200).optional() })
  .meta({ id: 'KnownFileBody' });

export const placeQuery = z.strictObject({ path: place });
/** `1`: as a download, whatever it is. */
export const fileQuery = z.strictObject({ download: z.enum(['0', '1']).optional() });

/** What an upload is told to be, in `Upload-Metadata`; the hash where the browser can compute it. */
export const uploadMetadata = z.strictObject({
  path: place,
  filename: shortText.max(500),
  sha256: sha256.optional(),
  /** Sent by common clients; the content is asked instead. */
  filetype: z.string().max(200).optional(),
});

export const evidenceLimitsView = z
  .object({
    maxBytes: z.int(),
    maxPerPlace: z.int(),
    maxPerReport: z.int(),
    kinds: z.array(z.object({ type: z.string(), extension: z.string(), inline: z.boolean() })),
    /** `none`: files are shown as `unscanned`. */
    scanner: z.enum(['clamav', 'none']),
    /** How uploads go. */
    protocol: z.string(),
  })
  .meta({ id: 'EvidenceLimits' });

export const evidenceView = z
  .object({
    path: z.string(),
    hash: sha256,
    name: z.string(),
    bytes: z.int(),
    type: z.string(),
    scan: z.enum(['pending', 'clean', 'infected', 'unscanned']),
    by: z.object({ post: z.string(), person: z.string().nullable() }),
    at: z.date(),
    /** The next submission will name it. */
    bound: z.boolean(),
    /** A submission has named it; it stays for ever. */
    submitted: z.boolean(),
    /** Where its bytes are; null where they are not served. */
    url: z.string().nullable(),
  })
  .meta({ id: 'Evidence' });

export const evidenceListView = z
  .object({
    obligation: z.string(),
    items: z.array(evidenceView),
    /** Unfinished uploads, to go on with. */
    uploads: z.array(
      z.object({
        url: z.string(),
        path: z.string(),
        name: z.string(),
        length: z.int(),
        offset: z.int(),
        expiresAt: z.date(),
      }),
    ),
  })
  .meta({ id: 'EvidenceList' });
