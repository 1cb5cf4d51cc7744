import { asks, ownTargets } from './asks.js';
import { type Case, type WantedDocument } from './case.types.js';
import { firstDate } from './documents.js';
import { allows, matchTargets, roleOf, rightUnit, sameComparator, sameDeadline, sameValue } from './match.js';
import { type CitedDocument, type Moment, type Reading, type Target } from './reading.types.js';
import { coverage, flat, fold, tokens } from './text.js';

const say = (row: Target): string =>
  JSON.stringify({
    name: row.name,
    is: row.comparator,
    value: row.min === undefined || row.min === null ? row.value : [row.min, row.max],
    unit: row.unit,
    role: row.role,
  });

const squeezed = (value: unknown): string => fold(flat(value)).replace(/\s/g, '');

/** Every wanted word stands in the value, wherever. */
const holds = (wanted: unknown, read: unknown): boolean => coverage(flat(wanted), flat(read)) === 1;

/** What one pair got wrong; only what the case states is judged. */
function faultsOfPair(want: Target, read: Target): string[] {
  const judged: [string, boolean][] = [
    ['value', sameValue(want, read)],
    ['comparator', want.comparator === undefined || sameComparator(want, read)],
    ['explicit', want.explicit === undefined || want.explicit === read.explicit],
    ['unit', want.unit === undefined || rightUnit(want, read)],
    ['deadline', sameDeadline(want, read)],
    [
      'deadline_inferred',
      want.deadline_inferred === undefined || want.deadline_inferred === (read.deadline_inferred ?? false),
    ],
    ['per', want.per === undefined || holds(want.per, read.per)],
    ['baseline', want.baseline === undefined || holds(want.baseline, read.baseline)],
    ['band', want.band === undefined || squeezed(read.band).includes(squeezed(want.band))],
    ['condition', want.condition === undefined || holds(want.condition, read.condition)],
    ['name', !want.name || coverage(want.name, read.name ?? '') >= 0.5],
  ];
  return judged
    .filter(([, right]) => !right)
    .map(
      ([field]) =>
        `${field}: wanted ${flat(want[field as keyof Target])}, read ${flat(read[field as keyof Target])} in ${say(read)}`,
    );
}

function faultsOfTargets(wanted: Target[], reading: Reading): string[] {
  const found: string[] = [];
  for (const role of new Set(['target', ...wanted.map(roleOf)])) {
    const rows =
      role === 'target' ? ownTargets(reading) : (reading.numeric_targets ?? []).filter((row) => row.role === role);
    const { pairs, extra } = matchTargets(
      wanted.filter((want) => roleOf(want) === role),
      rows,
    );
    for (const { expected, read } of pairs)
      found.push(...(read === null ? [`missing ${role}: ${say(expected)}`] : faultsOfPair(expected, read)));
    if (role === 'target') found.push(...extra.map((row) => `too many: ${say(row)}`));
  }
  return found;
}

function faultsOfMoment(field: 'start' | 'end', want: Moment | null, read: Moment | null | undefined): string[] {
  if (want === null) return read?.value ? [`${field}: wanted none, read ${read.value}`] : [];
  return (['value', 'precision', 'inferred'] as const)
    .filter((key) => want[key] !== undefined && (read?.[key] ?? (key === 'inferred' ? false : null)) !== want[key])
    .map((key) => `${field}.${key}: wanted ${String(want[key])}, read ${String(read?.[key])}`);
}

/** The four roles of a document cited, by whatever word they are called. */
const roleNames: Record<string, RegExp> = {
  parent: /parent|van ban me/,
  basis: /basis|base|can cu/,
  number_source: /number|source|giao/,
  cited: /cited|mention|vien dan/,
};

function isDocument(want: WantedDocument, read: CitedDocument): boolean {
  const same = (a: string | null | undefined, b: string | null | undefined): boolean => squeezed(a) === squeezed(b);
  return (
    (want.number === undefined || same(want.number, read.number)) &&
    (want.date === undefined || firstDate(flat(read.date)) === want.date) &&
    (want.type === undefined || fold(read.type ?? '').includes(fold(want.type))) &&
    (want.role === undefined || (roleNames[want.role] ?? /$^/).test(fold(read.role ?? '')))
  );
}

function faultsOfFields(wanted: Record<string, unknown>, reading: Reading): string[] {
  return Object.entries(wanted)
    .filter(([field, want]) => {
      const read = (reading as Record<string, unknown>)[field] ?? null;
      if (want === null) return !(read === null || read === '' || (Array.isArray(read) && read.length === 0));
      if (Array.isArray(want))
        return !allows(
          want.map((one) => fold(flat(one))),
          fold(flat(read)),
        );
      return tokens(flat(want)).join(' ') !== tokens(flat(read)).join(' ');
    })
    .map(
      ([field, want]) =>
        `${field}: wanted ${JSON.stringify(want)}, read ${JSON.stringify((reading as Record<string, unknown>)[field])}`,
    );
}

function faultsOfWords(one: Case, reading: Reading): string[] {
  const found: string[] = [];
  const entries = (field: string): unknown[] => {
    const value = (reading as Record<string, unknown>)[field];
    return Array.isArray(value) ? value : [value];
  };
  for (const [field, lists] of Object.entries(one.contains ?? {}))
    for (const list of lists)
      if (
        !entries(field).some((entry) =>
          list.every((piece) => piece.split('|').some((form) => fold(flat(entry)).includes(fold(form)))),
        )
      )
        found.push(`${field}: no entry with ${list.join(' + ')} in ${JSON.stringify(entries(field)).slice(0, 300)}`);
  for (const [field, list] of Object.entries(one.lacks ?? {}))
    for (const piece of list)
      if (entries(field).some((entry) => fold(flat(entry)).includes(fold(piece))))
        found.push(`${field}: must not hold ${piece}`);
  return found;
}

/** Everything that a reading of a case got wrong, in words; an empty list is a pass. */
export function judgeCase(one: Case, reading: Reading): string[] {
  const goals = (reading.non_numeric_goals ?? []).length;
  return [
    ...(one.targets ? faultsOfTargets(one.targets, reading) : []),
    ...(goals < (one.non_numeric_goals ?? 0)
      ? [`non_numeric_goals: wanted ${one.non_numeric_goals}, read ${goals}`]
      : []),
    ...faultsOfFields(one.fields ?? {}, reading),
    ...(one.start === undefined ? [] : faultsOfMoment('start', one.start, reading.start)),
    ...(one.end === undefined ? [] : faultsOfMoment('end', one.end, reading.end)),
    ...faultsOfWords(one, reading),
    ...(one.cited ?? [])
      .filter((want) => !(reading.cited_documents ?? []).some((read) => isDocument(want, read)))
      .map(
        (want) =>
          `not cited: ${JSON.stringify(want)} in ${JSON.stringify(reading.cited_documents ?? []).slice(0, 400)}`,
      ),
    ...(one.asks ?? [])
      .filter((list) => !asks(reading, ...list.map((pattern) => new RegExp(pattern))))
      .map((list) => `no defect or question: ${list.join(' + ')}`),
  ];
}
