import { z } from 'zod';
import { id, post } from './primitives.js';

/** What is typed at the door; longer than either can be is no try. */
const address = z.string().trim().min(3).max(254);
const password = z.string().min(1).max(1_000);
/** 256 bits in base64url. */
const token = z.string().regex(/^[\w-]{43}$/, { error: 'liên kết không đủ hoặc sai' });

export const signInBody = z.strictObject({ address, password }).meta({ id: 'SignInBody' });
export type SignInBody = z.infer<typeof signInBody>;

export const resetBody = z.strictObject({ address }).meta({ id: 'PasswordResetBody' });
export type ResetBody = z.infer<typeof resetBody>;

export const newPasswordBody = z.strictObject({ token, password }).meta({ id: 'NewPasswordBody' });
export type NewPasswordBody = z.infer<typeof newPasswordBody>;

export const changePasswordBody = z.strictObject({ old: password, password }).meta({ id: 'ChangePasswordBody' });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

export const choosePostBody = z.strictObject({ post }).meta({ id: 'ChoosePostBody' });
export type ChoosePostBody = z.infer<typeof choosePostBody>;

export const personBody = z.strictObject({ person: id }).meta({ id: 'PersonBody' });
export type PersonBody = z.infer<typeof personBody>;

export const heldPost = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  unit: z.string(),
  unitName: z.string(),
});
export type HeldPost = z.infer<typeof heldPost>;

/** Development posts to begin with; empty where there are none. */
export const tryOutView = z.object({ items: z.array(heldPost) }).meta({ id: 'TryOutView' });
export type TryOutView = z.infer<typeof tryOutView>;

/** Who this browser is signed in as, and in which ways one may sign in here. */
export const sessionView = z
  .object({
    /** Whether accounts sign in. */
    accounts: z.boolean(),
    /** Whether development accounts do, and everything is open to read. */
    development: z.boolean(),
    leastPassword: z.int(),
    /** null: nobody. */
    me: z
      .object({
        person: z.string(),
        name: z.string(),
        /** The post that is acted for; null until one of several is chosen, or where none is held today. */
        post: z.string().nullable(),
        posts: z.array(heldPost),
      })
      .nullable(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof sessionView>;

export const signInView = z
  .object({
    id: z.string(),
    at: z.string(),
    seenAt: z.string(),
    until: z.string(),
    agent: z.string(),
    network: z.string(),
    /** The one this request came by. */
    own: z.boolean(),
  })
  .meta({ id: 'SignInView' });
export type SignInView = z.infer<typeof signInView>;
export const signInsView = z.object({ items: z.array(signInView) }).meta({ id: 'SignInsView' });

export const accountView = z
  .object({
    person: z.string(),
    name: z.string(),
    address: z.string(),
    /** `invited`: no password yet. */
    state: z.enum(['invited', 'active', 'disabled']),
    acts: z.array(z.object({ act: z.string(), at: z.string(), by: z.string() })),
    /** Held today; who holds none signs in and may do nothing. */
    posts: z.array(heldPost),
  })
  .meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof accountView>;
export const accountsView = z.object({ items: z.array(accountView) }).meta({ id: 'AccountsView' });

export const invitedView = z
  .object({
    person: z.string(),
    address: z.string(),
    until: z.string(),
    mail: z.object({ state: z.string(), answer: z.string() }),
  })
  .meta({ id: 'InvitedView' });
export const endedView = z.object({ ended: z.int() }).meta({ id: 'EndedView' });
