import type { Request } from 'express';
import type { Reader } from '#libs/access';

/** A request that passed the door. */
export interface AccessRequest extends Request {
  reader?: Reader;
  /** The document that the policy was judged on, lean. */
  judged?: unknown;
}
