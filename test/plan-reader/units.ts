import { fold } from './text.js';

/** Units that say the same: a bare rate and the rate with its noun, a currency with and without its name. */
const same: [RegExp, string][] = [
  [/\bti\b/g, 'ty'],
  [/\bphan tram\b/g, '%'],
  [/\bphan nghin\b/g, '‰'],
  [/^ty le %$/, '%'],
  [/^.*\/ ?(10\.000|10000|1 van|van) ?(nguoi )?dan$/, '/10.000 dan'],
  [/\b(ty|trieu|nghin|ngan) vnd\b/g, '$1 dong'],
  [/\bngan\b/g, 'nghin'],
  [/\bdo la my\b/g, 'usd'],
  [/\s*([/,])\s*/g, '$1'],
  [/^% (ho|xa|nguoi|truong|don vi|tong so)$/, '%'],
];

export function unitOf(unit: string | null | undefined): string {
  return same.reduce((text, [from, to]) => text.replace(from, to), fold(unit ?? ''));
}

/** Works that are done or not: whether one calls them works, project or building says nothing about the target. */
const works = new Set(['', 'cong trinh', 'du an', 'tru so']);

/** A counted noun may carry its adjective: "sản phẩm" and "sản phẩm OCOP" count the same things. */
const isLonger = (want: string, found: string): boolean =>
  /^[a-z]+( [a-z]+)?$/.test(want) && !/dong|usd/.test(want) && found.startsWith(`${want} `) && !/[%/]/.test(found);

/** Whether a unit read is the unit expected; `done` marks a target without a number. */
export function sameUnit(expected: string | string[] | null | undefined, read: unknown, done = false): boolean {
  const found = unitOf(typeof read === 'string' ? read : '');
  const wanted = Array.isArray(expected) ? expected : [expected ?? ''];
  return wanted.some((unit) => {
    const want = unitOf(unit);
    return want === found || isLonger(want, found) || (done && works.has(want) && works.has(found));
  });
}
