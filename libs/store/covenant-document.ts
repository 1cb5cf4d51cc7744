import type { Covenant } from '#libs/domain';
import type { Recorded } from './documents.js';

/** A covenant with all its texts and signatures, none of them ever taken away. */
export interface CovenantDoc extends Recorded, Covenant {}
