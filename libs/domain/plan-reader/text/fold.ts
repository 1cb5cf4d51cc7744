const MARKS: Record<string, [string, string]> = {};
for (const [bare, marked] of [
  ['a', 'àáảãạ'],
  ['e', 'èéẻẽẹ'],
  ['y', 'ỳýỷỹỵ'],
  ['o', 'òóỏõọ'],
  ['u', 'ùúủũụ'],
] as const) {
  [...marked].forEach((letter, tone) => (MARKS[letter] = [bare, String(tone)]));
}
const TONED: Record<string, string> = { o: 'òóỏõọ', u: 'ùúủũụ' };

/** Lower case, letter for letter: the length never changes, so offsets stay valid. */
export function lower(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/** One spelling of the two in use: `uỷ` → `ủy`, `hoà` → `hòa`, `xoá` → `xóa`, `tỉ lệ` → `tỷ lệ`. Keeps the length. */
export function fold(text: string): string {
  return lower(text)
    .replace(/(q?)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?![a-zA-ZÀ-ỹ])/g, (all, q: string, glide: string, vowel: string) => {
      const [bare, tone] = MARKS[vowel] ?? [vowel, ''];
      if (q || (glide === 'u') !== (bare === 'y')) return all;
      return (TONED[glide]?.[Number(tone)] ?? glide) + bare;
    })
    .replace(/(?<![a-zA-ZÀ-ỹ])tỉ (?=lệ|đồng|trọng|suất)/g, 'tỷ ')
    .replace(/(?<![a-zA-ZÀ-ỹ])kỉ (?=niệm|luật)/g, 'kỷ ');
}
