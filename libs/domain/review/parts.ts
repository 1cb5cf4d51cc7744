/** A report's content as parts that can be remarked on and compared: one per figure, one per section, one for each other field. */
export type Parts = Map<string, unknown>;

type Content = Record<string, unknown>;

/** What the engine puts into a report itself: nobody's part. */
const OF_THE_ENGINE = ['consolidated', 'form'];

/** @param computed targets whose figures come from below: they follow their sheet, whoever returned what */
export function partsOf(content: Content, computed: readonly string[] = []): Parts {
  const parts: Parts = new Map();
  for (const [field, value] of Object.entries(content)) {
    if (value === undefined || OF_THE_ENGINE.includes(field)) continue;
    if (Array.isArray(value) && value.every(isFigure)) {
      for (const figure of value) if (!computed.includes(figure.target)) parts.set(`${field}.${figure.target}`, figure);
    } else if (isGroup(value)) for (const [name, one] of Object.entries(value)) parts.set(`${field}.${name}`, one);
    else parts.set(field, value);
  }
  return parts;
}

export interface PartChange {
  path: string;
  was: unknown;
  now: unknown;
}

/** Evidence of a part is open with the part: `evidence.figures.T1` with `figures.T1`. What is in the way may be said at any time. */
export const isOpenPart = (path: string, open: readonly string[]): boolean =>
  path.startsWith('difficulties.') || open.includes(path) || open.includes(path.replace(/^evidence\./, ''));

/** The parts in which two contents differ, in order of their paths. */
export function changedParts(was: Content, now: Content, computed: readonly string[] = []): PartChange[] {
  const [before, after] = [partsOf(was, computed), partsOf(now, computed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((path) => ({ path, was: before.get(path) ?? null, now: after.get(path) ?? null }))
    .filter(({ was: a, now: b }) => canonical(a) !== canonical(b));
}

const isFigure = (value: unknown): value is { target: string } =>
  isGroup(value) && typeof (value as { target?: unknown }).target === 'string';
const isGroup = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The same text for the same value, in whatever order its fields came. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isGroup(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name}:${canonical(one)}`)
    .join(',')}}`;
}
