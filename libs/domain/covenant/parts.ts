import { changedParts, type PartChange } from '../review/parts.js';
import type { CovenantContent } from './covenant.types.js';

/** The content as parts that can be compared: `text`, and `<unit>.<target>` for each pledge of each party. */
export const covenantParts = ({ text, parties }: CovenantContent): Record<string, unknown> => ({
  text,
  parties: parties.map(({ unit }) => unit).join(' '),
  ...Object.fromEntries(parties.map(({ unit, pledges }) => [unit, pledges])),
});

/** What another version says otherwise. */
export const covenantDiff = (was: CovenantContent, now: CovenantContent): PartChange[] =>
  changedParts(covenantParts(was), covenantParts(now));
