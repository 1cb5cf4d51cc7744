import type { Covenant } from '#libs/domain';
import type { CovenantDoc } from './covenant-document.js';
import { newRecord } from './outbox.js';

/** A covenant as it is laid out. */
export const covenantDoc = (covenant: Covenant): CovenantDoc => ({
  ...newRecord(covenant._id, covenant.campaign),
  ...covenant,
});
