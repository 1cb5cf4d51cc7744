import fc from 'fast-check';

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let n = 0; n < levels; n += 1) value = n % 2 ? [value] : { a: value };
  return value;
};

/** Values that no field asks for, each of a kind that has broken servers. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -0,
    -1,
    1e308,
    -1e308,
    5e-324,
    Number.MAX_SAFE_INTEGER + 1,
    1.5,
    1e21,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u202e\u0645',
    'Đôn Đốc'.normalize('NFD'),
    '\ufeff',
    '\r\n\t',
    '$where',
    '$gt',
    '../../etc/passwd',
    '%00',
    '%',
    '<script>',
    '=1+1',
    "' or 1=1",
    '{{x}}',
    '${x}',
    'NaN',
    'Infinity',
    '1e999',
    '9999-99-99',
    '0000-00-00',
    '2023-02-30',
    '10000-01-01',
    '-1',
    'T'.repeat(300),
    [],
    {},
    [[]],
    [null],
    { $gt: '' },
    { $ne: null },
    { $where: 'sleep(1)' },
    { $regex: '.*' },
    { 'a.b': 1 },
    { '': 1 },
    { length: 1e9 },
    { toString: 1 },
    { constructor: { prototype: { x: 1 } } },
    { then: 'x' },
    { toJSON: 'x' },
    { hasOwnProperty: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(Number),
  fc.array(fc.integer(), { maxLength: 300 }),
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
);

/** Written as text, because `JSON.stringify` cannot: `__proto__` as an own key, keys twice, numbers beyond any. */
export const nastyText: fc.Arbitrary<string> = fc.constantFrom(
  '{"__proto__":{"admin":true}}',
  '{"a":1,"a":2}',
  '{"a":1e999}',
  '{"a":-1e999}',
  '{"a":NaN}',
  '[]',
  '[1',
  '{"a":',
  'null',
  '"text"',
  '1',
  '',
  ' ',
  '{}}',
  "{'a':1}",
  '\ufeff{}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  `{"a":${'9'.repeat(400)}}`,
  'a=1&b[c]=2',
  '<xml/>',
  '\u0000',
  '{"constructor":{"prototype":{"x":1}}}',
);

type Path = (string | number)[];

function placesOf(value: unknown, at: Path = [], found: Path[] = []): Path[] {
  found.push(at);
  if (Array.isArray(value)) value.slice(0, 5).forEach((one, n) => placesOf(one, [...at, n], found));
  else if (typeof value === 'object' && value !== null && at.length < 8)
    for (const [key, one] of Object.entries(value)) placesOf(one, [...at, key], found);
  return found;
}

function changed(value: unknown, [head, ...rest]: Path, change: (one: unknown) => unknown): unknown {
  if (head === undefined) return change(value);
  const next = changed((value as Record<string, unknown>)[head], rest, change);
  if (Array.isArray(value)) return value.map((one: unknown, n) => (n === head ? next : one));
  return { ...(value as object), [head]: next };
}

const GONE = Symbol('gone');
const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((one) => one !== GONE).map(without);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== GONE)
      .map(([key, one]) => [key, without(one)]),
  );
};

/** One field of a value spoiled: replaced, left out, doubled, wrapped, or with a field too many beside it. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  const places = placesOf(value);
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.constantFrom('replace', 'replace', 'replace', 'leave out', 'add', 'wrap', 'double', 'deep', 'long'),
      nastyValue,
    )
    .map(([place, how, nasty]) =>
      without(
        changed(value, place, (one) => {
          if (how === 'replace') return nasty;
          if (how === 'leave out') return place.length ? GONE : {};
          if (how === 'wrap') return [one];
          if (how === 'deep') return deep(200);
          if (how === 'long')
            return typeof one === 'string'
              ? one + 'ằ'.repeat(3_000)
              : Array.isArray(one)
                ? Array.from({ length: 400 }, () => one[0] as unknown)
                : nasty;
          if (how === 'double')
            return Array.isArray(one) ? [...(one as unknown[]), ...(one as unknown[])] : { one, two: one };
          if (typeof one !== 'object' || one === null || Array.isArray(one)) return nasty;
          return {
            ...one,
            ...(typeof nasty === 'object' && nasty !== null && !Array.isArray(nasty) ? nasty : { surprise: nasty }),
          };
        }),
      ),
    );
};
