import fc from 'fast-check';
import { nastyText, nastyValue, spoiled } from './nasty.js';
import type { Operation } from './openapi.js';
import type { Shapes } from './shapes.js';
import { kindOfPath } from './words.js';

/** One request as it goes over the wire. */
export interface Case {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** What the world offers to aim at. */
export interface Aims {
  shapes: Shapes;
  /** Posts that act, those of the world's obligations first. */
  posts: string[];
  /** Who has to do with an obligation: whoever owes it and whoever receives it. */
  postsOf: Map<string, string[]>;
  /** Bodies that people of the world really sent, with the path and the post; by operation. */
  recorded: Map<string, { path: string; post: string; body: unknown }[]>;
  /** Bearer of the programs of the office. */
  secret: string;
  /** Files that may be handed in. */
  files: { name: string; bytes: Buffer }[];
}

interface Draft {
  path: string;
  post: string | null;
  body: unknown;
}

/** Names of `{parameters}` in a path. */
const PARAMETER = /\{(\w+)\}/g;
const HUGE = 'ằ'.repeat(400_000);

const sometimes = <T>(often: fc.Arbitrary<T>, rarely: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: rarely });

/** Anything that can stand in a path or a query, percent-encoded or broken. */
const strange = fc.oneof(
  fc.constantFrom(
    '%',
    '%00',
    '%2e%2e%2f',
    '%ff%fe',
    '%E1%BA',
    '$ne',
    'a.b.c',
    '__proto__',
    'constructor',
    '0',
    '-1',
    'x'.repeat(2_000),
    'ta%2Ffocal',
    '%F0%9F%98%80',
    '..',
    ' '.trim() || '_',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map(encoded),
);

/** Lone surrogates have no percent-encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** Requests for an operation: most of the right shape with something spoiled, from who may and who may not. */
export function casesOf(operation: Operation, aims: Aims): fc.Arbitrary<Case> {
  const known = fc.record({
    draft: drafted(operation, aims),
    query: queryOf(operation, aims),
    signed: headersOf(operation, aims),
  });
  return known.chain(({ draft, query, signed }) =>
    bodyOf(operation, draft.body, aims).map(({ headers, body }): Case => ({
      method: operation.method,
      url: draft.path + query,
      headers: { ...signed(draft.post), ...headers },
      ...(body !== undefined && { body }),
    })),
  );
}

/** Where to and who: an id of the world with a post that has to do with it, a request of the world's people, or anything. */
function drafted(operation: Operation, { shapes, posts, postsOf, recorded }: Aims): fc.Arbitrary<Draft> {
  const kind = kindOfPath(operation.path);
  const id = fc.option(shapes.word(kind) ?? shapes.anyWord(), { nil: undefined });
  const fresh = fc
    .record({
      real: id,
      other: fc.array(fc.oneof(strange, shapes.anyWord().map(encoded)), { minLength: 2, maxLength: 2 }),
      named: fc.record({ kind: shapes.word('kind')!, year: shapes.word('year')!, token: shapes.word('token')! }),
      anybody: fc.constantFrom(...posts),
      fits: fc.noBias(fc.nat(5)),
      nobody: fc.noBias(fc.nat(20)),
      body: operation.json ? shapes.of(operation.json) : fc.constant(undefined),
    })
    .map(({ real, other, named, anybody, fits, nobody, body }): Draft => {
      let n = 0;
      const path = operation.path.replace(PARAMETER, (_, name: string) => {
        const odd = other[(n += 1) - 1]!;
        if (name in named) return fits ? named[name as 'kind'] : odd;
        return real === undefined ? odd : encoded(real);
      });
      const near = real === undefined ? undefined : postsOf.get(real);
      const post = near && fits > 1 ? near[fits % near.length]! : anybody;
      return { path, post: nobody === 0 ? null : post, body };
    });
  const done = recorded.get(operation.name);
  if (!done?.length) return fresh;
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...done) }, { weight: 3, arbitrary: fresh });
}

function queryOf({ query }: Operation, { shapes }: Aims): fc.Arbitrary<string> {
  const known = query.map(({ name, schema }) =>
    fc.option(
      fc
        .oneof({ weight: 4, arbitrary: shapes.of(schema, name).map(inQuery) }, { weight: 1, arbitrary: strange })
        .map((value) => `${encodeURIComponent(name)}=${value}`),
      { nil: '' },
    ),
  );
  const odd = fc.constantFrom(
    'limit[$gt]=1',
    'a[b]=1',
    'limit=1&limit=2',
    '__proto__[x]=1',
    '&&&',
    '%=%',
    'x',
    'after=%24',
    `${'a'.repeat(3_000)}=1`,
    '%00=1',
  );
  return fc
    .tuple(...known, sometimes(fc.constant(''), odd, 8))
    .map((parts) => parts.filter(Boolean).join('&'))
    .map((text) => (text ? `?${text}` : ''));
}

const inQuery = (value: unknown): string => encoded(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

type Signing = (post: string | null) => Record<string, string>;

function headersOf({ method, path }: Operation, { posts, secret }: Aims): fc.Arbitrary<Signing> {
  const nobody = fc.constantFrom<string | undefined>(
    ...[undefined, 'Bearer dev:', 'Bearer dev:nobody:focal', 'Basic eDp5', 'Bearer dev:a:b:c', 'bearer'],
    `Bearer ${'x'.repeat(4_000)}`,
  );
  const other = sometimes(fc.constant<string | null>(null), fc.constantFrom<string | null>(...posts), 12);
  const key = sometimes(
    fc.uuid().map((one): string | undefined => one),
    fc.constantFrom<string | undefined>(
      ...[undefined, '', 'short', 'same-key-again', 'k'.repeat(201), '$gt$gt$gt$gt', 'a.b.c.d.e.f.g', '__proto__'],
    ),
    9,
  );
  const none = fc.constant<string | undefined>(undefined);
  const seen = fc.constantFrom<string | undefined>('"0"', '"1"', '"9999999"', 'W/"1"', '*', '1', '""', '"-1"');
  const language = fc.constantFrom<string | undefined>('en', 'vi', 'xx;q=2', '*', ',,,', 'e'.repeat(500));
  return fc
    .record({ nobody, other, key, seen: sometimes(none, seen, 8), language: sometimes(none, language, 12) })
    .map((one) => (post) => {
      const bearer = path.endsWith('/bounces') ? secret : `dev:${one.other ?? post}`;
      return defined({
        authorization: post === null ? one.nobody : `Bearer ${bearer}`,
        'accept-language': one.language,
        ...(method === 'GET' ? {} : { 'idempotency-key': one.key, 'if-match': one.seen }),
      });
    });
}

const defined = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));

type Sent = { headers: Record<string, string>; body?: string | Buffer };
const JSON_TYPE = { 'content-type': 'application/json' };

function bodyOf({ method, json, file }: Operation, body: unknown, aims: Aims): fc.Arbitrary<Sent> {
  if (method === 'GET') return fc.constant({ headers: {} });
  const asJson = (value: unknown): Sent => ({ headers: JSON_TYPE, body: JSON.stringify(value) ?? 'null' });
  const types = fc.constantFrom(
    'text/plain',
    'application/json; charset=utf-7',
    'application/json; charset=latin1',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/problem+json',
    'application/json/json',
    '',
  );
  const encodings = fc.constantFrom('gzip', 'br', 'deflate', 'zip', 'identity');
  const text = JSON.stringify(body) ?? '{}';
  const cases: { weight: number; arbitrary: fc.Arbitrary<Sent> }[] = [
    { weight: 60, arbitrary: spoiled(body ?? {}).map(asJson) },
    { weight: 30, arbitrary: fc.constant(asJson(body ?? {})) },
    { weight: 6, arbitrary: nastyValue.map(asJson) },
    { weight: 8, arbitrary: nastyText.map((one) => ({ headers: JSON_TYPE, body: one })) },
    { weight: 4, arbitrary: fc.nat(text.length).map((cut) => ({ headers: JSON_TYPE, body: text.slice(0, cut) })) },
    { weight: 3, arbitrary: types.map((type) => ({ headers: { 'content-type': type }, body: text })) },
    {
      weight: 3,
      arbitrary: encodings.map((one) => ({ headers: { ...JSON_TYPE, 'content-encoding': one }, body: text })),
    },
    {
      weight: 2,
      arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ headers: JSON_TYPE, body: Buffer.from(bytes) })),
    },
    { weight: 1, arbitrary: fc.constant({ headers: {} }) },
  ];
  const huge = fc
    .noBias(fc.nat(2_000))
    .chain((n) => (n === 0 ? fc.constant(asJson({ ...(body as object), huge: HUGE })) : fc.oneof(...cases)));
  if (!file) return huge;
  const parts = fileOf(aims);
  return json
    ? fc.oneof({ weight: 1, arbitrary: parts }, { weight: 2, arbitrary: huge })
    : fc.oneof({ weight: 4, arbitrary: parts }, { weight: 1, arbitrary: huge });
}

/** A form with a file: whole, cut, with bytes changed, under odd names, or with other fields. */
function fileOf({ files }: Aims): fc.Arbitrary<Sent> {
  const names = fc.constantFrom(
    'a.xlsx',
    'a.docx',
    'a.pdf',
    'a.txt',
    '',
    '../x',
    'ạ\u0000.docx',
    'x'.repeat(300),
    'a";b="c.docx',
  );
  const field = fc.constantFrom('file', 'file', 'file', 'file', 'files', 'file[]', '__proto__', '');
  return fc
    .record({
      file: fc.constantFrom(...files),
      how: fc.noBias(fc.nat(5)),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      flips: fc.array(fc.nat(255), { maxLength: 20 }),
      name: names,
      field,
      twice: fc.noBias(fc.nat(10)),
      cut: fc.noBias(fc.nat(15)),
    })
    .map(({ file, how, at, flips, name, field: under, twice, cut }): Sent => {
      const place = Math.floor(at * file.bytes.length);
      let bytes = file.bytes;
      if (how === 1) bytes = bytes.subarray(0, place);
      if (how > 1 && how < 5) {
        bytes = Buffer.from(bytes);
        flips.forEach((byte, n) => (bytes[(place + n * 7) % Math.max(1, bytes.length)] = byte));
      }
      const part = (fieldName: string): Buffer =>
        Buffer.concat([
          Buffer.from(
            `--grenze\r\ncontent-disposition: form-data; name="${fieldName}"; filename="${how ? name : file.name}"\r\n\r\n`,
          ),
          bytes,
          Buffer.from('\r\n'),
        ]);
      const body = Buffer.concat([
        part(under),
        ...(twice === 0 ? [part('file')] : []),
        Buffer.from(cut === 0 ? '--gre' : '--grenze--\r\n'),
      ]);
      return { headers: { 'content-type': 'multipart/form-data; boundary=grenze' }, body };
    });
}
