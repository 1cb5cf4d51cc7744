import type { Covenant } from '#libs/domain';
import type { Recorded } from './documents.js';
import { newRecord } from './outbox.js';

/** A covenant with all its texts and signatures, none of them ever taken away. */
export interface CovenantDoc extends Recorded, Covenant {}

/** A covenant as it is laid out. */
export const covenantDoc = (covenant: Covenant): CovenantDoc => ({
  ...newRecord(covenant._id, covenant.campaign),
  ...covenant,
});
