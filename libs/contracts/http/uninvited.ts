import { z } from 'zod';
import { heldPost } from './accounts.js';

/** Part of a name or an address, with or without marks. */
export const uninvitedQuery = z.strictObject({ find: z.string().trim().max(100).optional() });
export type UninvitedQuery = z.infer<typeof uninvitedQuery>;

/** People who hold a post today and have no account. */
export const uninvitedView = z
  .object({
    items: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        /** null: nobody can be invited without one. */
        address: z.string().nullable(),
        posts: z.array(heldPost),
      }),
    ),
    /** There are more: look by name. */
    truncated: z.boolean(),
  })
  .meta({ id: 'UninvitedView' });
export type UninvitedView = z.infer<typeof uninvitedView>;
