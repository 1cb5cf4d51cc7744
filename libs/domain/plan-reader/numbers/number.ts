/**
 * A number as Vietnamese plans write it: `38,4` 38.4 · `4.550` 4550 · `10.082,0` 10082 · `05` 5 · `2.5` 2.5 (a dot
 * with one or two digits behind it can only be a decimal mark). @returns null where it is none
 */
export function numberOf(text: string): number | null {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return Number(text.replace(/,/g, ''));
  if (/^\d+,\d+$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d+(?:\.\d{1,2})?$/.test(text)) return Number(text);
  return null;
}

/** `1,250` may be 1.25 or, written the English way, 1250. */
export const isAmbiguous = (text: string): boolean => /^[1-9]\d{0,2},\d{3}$/.test(text);
