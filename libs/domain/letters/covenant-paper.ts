import { figureText } from '../indicator/figure-text.js';
import { say } from '../messages/say.js';
import { localDateOf } from '../time/local-date.js';
import { instantInWords } from './late-work.js';
import { letterhead, yearOf } from './letterhead.js';
import type { Issuer, LetterContent } from './letter.types.js';

export interface CovenantPaperFacts {
  /** Of the covenant. */
  id: string;
  issuer: Issuer;
  campaign: string;
  title: string;
  version: { n: number; hash: string; at: Date; text: string };
  pledges: { unit: string; target: string; measure: string; assigned: number | null; value: number | null }[];
  /** A line for each party; empty room for the hand where it has not signed. */
  parties: { unit: string; signer: string | null; at: Date | null }[];
}

/** A covenant on paper, to be signed by hand or to be read: the hash printed on it is the one that is signed. */
export function covenantPaper({
  id,
  issuer,
  campaign,
  title,
  version,
  pledges,
  parties,
}: CovenantPaperFacts): LetterContent {
  const day = localDateOf(version.at);
  const head = letterhead(issuer, day, yearOf(day));
  return {
    kind: 'covenant',
    id,
    mark: version.hash,
    fields: {
      ...head.fields,
      ten_loai: say('letter.covenant.type'),
      trich_yeu: `${title} – ${campaign}`,
      thoi_diem: say('letter.covenant.version', { n: version.n, at: instantInWords(version.at) }),
    },
    lists: {
      ...head.lists,
      noi_dung: version.text
        .split(/\r?\n/)
        .filter(Boolean)
        .map((chu) => ({ chu })),
      cam_ket: pledges.map(({ unit, target, measure, assigned, value }) => ({
        ...{ don_vi: unit, chi_tieu: measure ? `${target} (${measure})` : target },
        ...{ muc_giao: figureText(assigned), cam_ket: figureText(value) },
      })),
      cac_ben: parties.map(({ unit, signer, at }) => ({
        ...{ don_vi: unit, nguoi_ky: signer ?? '', luc_ky: at ? instantInWords(at) : '' },
      })),
    },
  };
}
