import { z } from 'zod';

/** What mail was written to me, newest first, and what became of it. */
export const deliveryPage = z
  .object({
    items: z.array(
      z
        .object({
          id: z.string(),
          /** `instant`: by itself; `digest`: the letter of a morning. */
          kind: z.enum(['digest', 'instant']),
          /** Null until it is written. */
          subject: z.string().nullable(),
          /** Null where the post had no address. */
          to: z.string().nullable(),
          at: z.string(),
          sentAt: z.string().nullable(),
          openedAt: z.string().nullable(),
          state: z.string(),
          stateText: z.string(),
          /** How it came back, in the mail server's words, or how the reader was reached. */
          detail: z.string().nullable(),
          /** Pieces of work it spoke of. */
          works: z.int(),
        })
        .meta({ id: 'Delivery' }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'DeliveryPage' });
export type DeliveryPage = z.infer<typeof deliveryPage>;
