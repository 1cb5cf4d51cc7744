import type { Signature } from './letter.types.js';

/**
 * The lines above a signature, outermost first: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
 * An acting head's `Q.` stands before the post itself.
 */
export function signatureLines({ authority, title }: Signature): string[] {
  const acting = authority.some(({ form }) => form === 'Q');
  const above = authority.filter(({ form }) => form !== 'Q').map(({ form, of }) => `${form}. ${of.toUpperCase()}`);
  return [...above, `${acting ? 'Q. ' : ''}${title.toUpperCase()}`];
}
