import type { Recorded, RecordedName } from '#libs/store';

/** A document whose events wait, and where it stands. */
export interface Pending {
  collection: RecordedName;
  document: Recorded;
}
