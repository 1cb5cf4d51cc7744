import { say } from '../messages/say.js';
import type { DocumentNumber, Issuer, LetterContent, Signature } from './letter.types.js';
import { documentNumber, placeAndDate } from './number-and-place.js';
import { signatureLines } from './signature.js';
import type { LocalDate } from '../time/local-date.js';

type Parts = Pick<LetterContent, 'fields' | 'lists'>;

/**
 * Names on top, number where it has one, place and date.
 * @param day written on it; null leaves room for the hand
 */
export function letterhead(
  { superior, body, place }: Issuer,
  day: LocalDate | null,
  year: number,
  number?: DocumentNumber,
): Parts {
  return {
    fields: {
      co_quan: body.toUpperCase(),
      dia_danh_ngay: placeAndDate(place, day, year),
      ...(number && { so_ky_hieu: documentNumber(number) }),
    },
    lists: { cap_tren: superior === null ? [] : [{ ten: superior.toUpperCase() }] },
  };
}

export interface Signed {
  signature: Signature;
  /** `Nơi nhận:` without the file copy, which is added. */
  recipients: string[];
}

/** Who signs, and who gets a copy. */
export function signed({ signature, recipients }: Signed): Parts {
  const copies = [...recipients.map((to) => `- ${to};`), `- ${say('letter.file-copy')}`];
  return {
    fields: { nguoi_ky: signature.name ?? '' },
    lists: {
      quyen_ky: signatureLines(signature).map((dong) => ({ dong })),
      noi_nhan: copies.map((dong) => ({ dong })),
    },
  };
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
