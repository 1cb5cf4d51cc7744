/** The API's views and problems, types only. By path: a package's own imports may not leave it. */
export type * from '../../../../libs/contracts/http/views';
export type { HeldPost, SessionView, SignInView } from '../../../../libs/contracts/http/accounts';
export type { Problem } from '../../../../libs/contracts/http/problems';
