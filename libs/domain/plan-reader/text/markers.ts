export type MarkerKind = 'part' | 'letter' | 'roman' | 'arabic' | 'small' | 'dash' | 'plus' | 'none';

export interface Marker {
  kind: MarkerKind;
  /** `II`, `2.1`, `a`; empty for dashes. */
  label: string;
  /** Length of the marker with the space behind it. */
  length: number;
  /** Depth: a paragraph stands below the nearest one before it with a smaller rank. */
  rank: number;
}

const NONE: Marker = { kind: 'none', label: '', length: 0, rank: 90 };

/** The head of a line: `I.`, `Phần thứ nhất`, `Điều 3.`, `1.2.`, `a)`, `-`, `+`, `•`. */
export function markerOf(line: string): Marker {
  if (!/^[\dIVXA-HĐa-zđ•●▪◦‣∙·+-]/.test(line) && !/^(?:phần|chương|điều)/iu.test(line)) return NONE;
  if (/^[-–_=.…\s]*$/.test(line)) return NONE;
  const second = line.charAt(1);
  if (/[a-zđA-ZĐ]/.test(line.charAt(0)) && /[\p{Ll}]/u.test(second) && !/^(?:phần|chương|điều)/iu.test(line))
    return NONE;
  const part =
    /^(?:phần|chương|PHẦN|CHƯƠNG|Phần|Chương) (?:thứ )?([IVXLC]{1,6}|\d{1,2}|[a-zA-ZÀ-ỹ]{2,5})(?=[.:\s]|$)[.:]?\s?/.exec(
      line,
    );
  if (part) return { kind: 'part', label: part[1] ?? '', length: part[0].length, rank: 5 };
  const article = /^(?:Điều|ĐIỀU) (\d{1,2})[.:]\s?/.exec(line);
  if (article) return { kind: 'roman', label: `Điều ${article[1]}`, length: article[0].length, rank: 20 };
  const roman = /^([IVX]{1,5})(?:\s?[.)/:-]\s?|\s(?=\p{Lu}{2}))(?=[a-zA-ZÀ-ỹ]|“|$)/u.exec(line);
  if (roman) return { kind: 'roman', label: roman[1] ?? '', length: roman[0].length, rank: 20 };
  const arabic = /^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)/]\s?|\s?-\s|\.?\s(?=\p{Lu}))(?=\D|$)/u.exec(line);
  if (arabic && (arabic[1]?.includes('.') || !/^\d+\s/.test(arabic[0]) || /[.)]/.test(arabic[0]))) {
    const label = arabic[1] ?? '';
    return { kind: 'arabic', label, length: arabic[0].length, rank: 30 + 2 * (label.split('.').length - 1) };
  }
  const letter = /^([A-HĐ])\.\s/.exec(line);
  if (letter) return { kind: 'letter', label: letter[1] ?? '', length: letter[0].length, rank: 10 };
  const small = /^([a-zđ]|[A-ZĐ])[.)]\s?(?=[a-zA-ZÀ-ỹ]|“|\d)/.exec(line);
  if (small && (line.charAt(1) === ')' || /^[a-zđ]/.test(line))) {
    return { kind: 'small', label: small[1] ?? '', length: small[0].length, rank: 50 };
  }
  const dash = /^[-•●▪◦‣∙·]\s?(?:[+•]\s?)?(?=\S)/.exec(line);
  if (dash) {
    const plus = dash[0].includes('+');
    return { kind: plus ? 'plus' : 'dash', label: '', length: dash[0].length, rank: plus ? 70 : 60 };
  }
  const plus = /^[+]\s?(?=\S)/.exec(line);
  if (plus) return { kind: 'plus', label: '', length: plus[0].length, rank: 70 };
  return NONE;
}
