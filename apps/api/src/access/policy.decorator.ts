import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Action, Reader, SignedIn, Subject } from '#libs/access';
import type { SignInDoc } from '#libs/store';
import type { AccessRequest } from './access-request.js';
import type { Loadable } from './subjects.js';

export const POLICY = 'dondoc:policy';

/** Who may take a route. There is no default: a route without one is refused to everybody and fails a test. */
export type PolicyRule =
  /** `anyone`: health, metrics. `dev`: everybody while development sign-in is on, else signed-in readers of everything only. */
  | { open: 'anyone' | 'dev' }
  /** A program of the office that shows a configured secret as bearer; without one configured the route is shut. */
  | { secret: 'bounces' }
  /** Whoever holds a signed link of a mail, which the handler checks; it is also the key of its writes. */
  | { link: true }
  /** The door itself: whoever shows a password or the link of a letter, which the handler checks. Shut where nobody may sign in. */
  | { door: true }
  /** A signed-in person, whichever post they act for and also without any: the own sign-ins, password and choice of post. */
  | { person: true }
  /** Signed in; the handler filters what is shown, or asks `may` itself once the body is known. */
  | { signedIn: true }
  /** The subject is loaded by the route's `:id` before the handler runs. */
  | { action: Action; on: Loadable };

export const Policy = (rule: PolicyRule): MethodDecorator & ClassDecorator => SetMetadata(POLICY, rule);
export const May = (action: Action, on: Loadable): MethodDecorator => Policy({ action, on });

/** Who reads. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Reader => requestOf(context).reader!);

/** Who acts; only on routes that need sign-in. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn => requestOf(context).reader as SignedIn,
);

/** The sign-in of the browser; on routes of a person. */
export const MySignIn = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignInDoc => requestOf(context).signIn!,
);

/** The document that the policy was judged on. */
export const Judged = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => requestOf(context).found?.document,
);

/** The same, reduced to the facts that decide. */
export const JudgedAs = createParamDecorator(
  (_: unknown, context: ExecutionContext): Subject => requestOf(context).found!.subject,
);

const requestOf = (context: ExecutionContext): AccessRequest => context.switchToHttp().getRequest<AccessRequest>();
