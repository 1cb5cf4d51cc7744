import type { Evidence } from '../plan-reading.types.js';
import { SIGNING_POSITION, type Layout } from '../text/layout.js';
import { tailCells, type Cell } from '../text/lines.js';
import { evidenceAt } from '../text/page.js';
import { titled } from './place-names.js';

export interface Signing {
  /** `TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH Cầm Ngọc Minh` */
  text: string | null;
  /** TM, KT, TL, TUQ, Q. */
  authority: string | null;
  evidence: Evidence | null;
  /** Offsets of the cells of the signature, so that they are not read as recipients. */
  cells: Set<number>;
}

const AUTHORITY = /^(?:nơi nhận ?:? ?)?(tm|kt|tl|tuq|q)\. ?(?=[a-zA-ZÀ-ỹ])/;
const PERSON =
  /^(?:(?:PGS|GS|TS|ThS|BS|BSCKII|Đ\/c|Thượng tướng|Đại tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá)[.,]? ?){0,3}\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5}$/u;

/** The signature below the text: authority lines, position and name. */
export function signingOf(layout: Layout): Signing {
  const result: Signing = { text: null, authority: null, evidence: null, cells: new Set() };
  const lines: { start: number; end: number; text: string }[] = [];
  let person: Cell | null = null;
  for (const cell of tailCells(layout)) {
    if (cell.listed) continue;
    const signs = AUTHORITY.test(cell.low);
    const position = SIGNING_POSITION.test(cell.low) && !/[;.]$/.test(cell.text) && cell.text.length < 70;
    const name = lines.length > 0 && !position && !signs && cell.text.length < 45 && PERSON.test(cell.text);
    if (!signs && !position && !name) continue;
    result.cells.add(cell.start);
    if (name) {
      person = cell;
      break;
    }
    const lead = /^nơi nhận ?:? ?/.exec(cell.low)?.[0].length ?? 0;
    lines.push({ start: cell.start + lead, end: cell.end, text: cell.text.slice(lead) });
  }
  if (lines.length === 0) return result;
  const office = lines.map((line) => line.text.replace(/[,;]$/, '')).join(', ');
  const who = person && (layout.page.shouting ? titled(person.text.toLowerCase()) : person.text);
  result.text = who ? `${office} ${who}` : office;
  result.authority = AUTHORITY.exec(office.toLowerCase())?.[1]?.toUpperCase() ?? null;
  result.evidence = evidenceAt(layout.page, lines[0]!.start, (person ?? lines.at(-1)!).end, person ? 0.9 : 0.6);
  return result;
}
