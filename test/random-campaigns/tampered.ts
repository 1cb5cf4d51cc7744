import { compare } from '../oracle/compare.js';
import type { Dump } from '../oracle/dump.types.js';

type Tampering = (dump: Dump) => boolean;

const notice = (dump: Dump, state: string) =>
  dump.notices.find((one) => one.state === state && one.act !== 'extension');

/** Ways in which a world may be wrong; each changes the dump and says whether there was anything to change. */
const TAMPERINGS: Record<string, Tampering> = {
  'a notice is missing': (dump) => {
    const gone = notice(dump, 'sent');
    dump.notices = dump.notices.filter((one) => one !== gone);
    return gone !== undefined;
  },
  'a notice is early': (dump) => {
    const early = notice(dump, 'sent');
    if (early) early.at = new Date(Date.parse(early.at) - 1).toISOString();
    return early !== undefined;
  },
  'a notice is there twice': (dump) => {
    const twice = notice(dump, 'sent');
    if (twice) dump.notices.push({ ...twice });
    return twice !== undefined;
  },
  'a notice went out after the work was done': (dump) => {
    const late = notice(dump, 'withdrawn');
    if (late) Object.assign(late, { state: 'sent', reason: null });
    return late !== undefined;
  },
  'a mail came twice': (dump) => {
    const [mail] = dump.caught;
    if (mail) dump.caught.push({ ...mail });
    return mail !== undefined;
  },
  'a mail never came': (dump) => dump.caught.pop() !== undefined,
  'a deadline that a suspension moved was moved by nobody': (dump) => {
    const moved = dump.obligations.some(({ deadlines }) => deadlines.some(({ kind }) => kind === 'suspension'));
    for (const action of dump.actions) if (moved && action.type === 'resume') action.shift = 'keep';
    return moved;
  },
};

/** The check of the check: which tamperings of a world that is right the oracle did not see. @returns also how many were tried */
export function unseen(right: Dump): { tried: number; wrong: string[] } {
  let tried = 0;
  const wrong: string[] = [];
  for (const [what, tamper] of Object.entries(TAMPERINGS)) {
    const dump = structuredClone(right);
    if (!tamper(dump)) continue;
    tried += 1;
    if (compare(dump).length === 0) wrong.push(`not seen: ${what}`);
  }
  return { tried, wrong };
}
