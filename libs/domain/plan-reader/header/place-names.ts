import { fold } from '../text/fold.js';
import type { Page } from '../text/page.js';
import { PROVINCES } from './provinces.js';

const BY_FOLD = new Map(PROVINCES.map((name) => [fold(name), name]));
const PROVINCE_PATTERN = new RegExp(
  String.raw`tỉnh (${[...BY_FOLD.keys()].sort((a, b) => b.length - a.length).join('|')})(?![a-zA-ZÀ-ỹ])`,
  'g',
);

/** The province a text speaks of most; null where it names none or two as often. */
export function provinceOf(low: string): string | null {
  const counts = new Map<string, number>();
  for (const [, name] of low.matchAll(PROVINCE_PATTERN)) counts.set(name!, (counts.get(name!) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  if (!ranked[0] || ranked[0][1] === ranked[1]?.[1]) return null;
  return BY_FOLD.get(ranked[0][0]) ?? null;
}

const NAME = String.raw`(\p{Lu}[a-zA-ZÀ-ỹ'’]*(?:(?: | - )\p{Lu}[a-zA-ZÀ-ỹ'’]*){0,4}|\d{1,2}(?![a-zA-ZÀ-ỹ\d]))`;

/** The proper name behind a unit word: `huyện Tam Đường năm` → `Tam Đường`. `clean` starts at the unit word. */
export function nameAfter(page: Page, unitWord: string, from: number): string | null {
  const tail = page.clean.slice(from, from + 60);
  if (!page.shouting && tail !== tail.toUpperCase()) {
    const hit = new RegExp(String.raw`^[a-zA-ZÀ-ỹ]+(?: [a-zA-ZÀ-ỹ]+)?? ${NAME}`, 'u').exec(tail);
    return hit && fold(tail).startsWith(unitWord) ? hit[1]! : null;
  }
  const words = fold(tail.slice(unitWord.length + 1)).split(/[^a-zA-ZÀ-ỹ-]+/);
  const kept: string[] = [];
  for (const word of words.slice(0, 3)) {
    if (!word || STOP.has(word) || (kept.length === 2 && !BY_FOLD.has([...kept, word].join(' ')))) break;
    kept.push(word);
  }
  return kept.length > 0 ? titled(kept.join(' ')) : null;
}

const STOP = new Set(
  'ban năm về đã và các có yêu xây phát tổ giao đề triển hướng chỉ cần là theo tại trong được với đến từ số tăng lần nhiệm phấn'.split(
    ' ',
  ),
);

export function titled(text: string): string {
  return BY_FOLD.get(fold(text)) ?? text.replace(/(?<![a-zA-ZÀ-ỹ])[a-zA-ZÀ-ỹ]/g, (letter) => letter.toUpperCase());
}
