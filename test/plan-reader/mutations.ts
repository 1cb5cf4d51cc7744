/** A text that says the same and looks different, as it comes out of other machines. */
export interface Mutation {
  name: string;
  change: (text: string) => string;
}

/** A small fixed sequence of numbers in [0, 1), so that every run damages a text in the same places. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Spaces as a scanner's software sets them: doubled, hard, before a mark, lost after a mark, at the ends of lines. */
function scannedSpaces(text: string): string {
  const roll = dice(7);
  return text
    .split('\n')
    .map((line) => {
      const spaced = line
        .replace(/ /g, () => (roll() < 0.15 ? '  ' : roll() < 0.1 ? '\u00a0' : ' '))
        .replace(/([\p{L}\d%])([;:,.])(?= |$)/gu, (all, before: string, mark: string) =>
          roll() < 0.15 ? `${before} ${mark}` : all,
        )
        .replace(/(\d)%/g, (all, digit: string) => (roll() < 0.3 ? `${digit} %` : all))
        .replace(/(ngày) (\d)/g, (all, word: string, digit: string) => (roll() < 0.3 ? `${word}  ${digit}` : all));
      return roll() < 0.2 ? `${spaced} ` : roll() < 0.1 && line !== '' ? ` ${spaced}` : spaced;
    })
    .join('\n');
}

const isItem = (line: string): boolean => /^\s*(?:-\s*)?[-+•]\s/.test(line) && line.length < 200;

/** Rows of a table or list run together into one line each block, as copying from a page leaves them. */
function flattened(text: string): string {
  const out: string[] = [];
  let inItems = false;
  for (const line of text.split('\n')) {
    if (isItem(line) && inItems) out[out.length - 1] += ` ${line.trim()}`;
    else if (line.trim() === '' && inItems) continue;
    else out.push(line);
    inItems = isItem(line);
    if (!inItems && line.trim() !== '' && out.length > 1 && isItem(out.at(-2)!)) out.splice(-1, 0, '');
  }
  return out.join('\n');
}

/** The whole text in capitals, as some typists set what matters. */
const capitals = (text: string): string => text.toLocaleUpperCase('vi');

export const mutations: Mutation[] = [
  { name: 'NFD', change: (text) => text.normalize('NFD') },
  { name: 'CRLF', change: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'spaces', change: scannedSpaces },
  { name: 'flattened', change: flattened },
  { name: 'capitals', change: capitals },
];
