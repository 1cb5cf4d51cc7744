import type { Request } from 'express';
import type { Reader } from '#libs/access';
import type { SignInDoc } from '#libs/store';
import type { Found } from './subjects.js';

/** A request that passed the door. */
export interface AccessRequest extends Request {
  reader?: Reader;
  /** On routes of a person. */
  signIn?: SignInDoc;
  /** Engine time at which the actor was let in. */
  at?: Date;
  /** What the policy was judged on. */
  found?: Found;
}
