import fc from 'fast-check';
import type { Schema, Schemas } from './openapi.js';
import type { Words } from './words.js';

/** Deeper nesting is cut to the smallest value. */
const DEEP = 7;

/** Values of a schema's shape, with the world's own words where a field's name knows some. */
export class Shapes {
  private readonly known: string[];

  constructor(
    private readonly schemas: Schemas,
    private readonly words: Words,
  ) {
    this.known = Object.values(words).flat();
  }

  of(schema: Schema, name = '', depth = 0): fc.Arbitrary<unknown> {
    const { $ref, anyOf, oneOf, allOf, enum: choices, type } = schema;
    if ($ref) return this.of(this.schemas[$ref.split('/').at(-1)!] ?? {}, name, depth + 0.5);
    if ('const' in schema) return fc.constant(schema.const);
    if (choices) return fc.constantFrom(...choices);
    const union = anyOf ?? oneOf;
    if (union) return fc.oneof(...union.map((one) => this.of(one, name, depth)));
    if (allOf)
      return fc
        .tuple(...allOf.map((one) => this.of(one, name, depth)))
        .map((parts) => Object.assign({}, ...parts) as unknown);
    if (Array.isArray(type)) return fc.oneof(...type.map((one) => this.of({ ...schema, type: one }, name, depth)));
    if (type === 'object' || schema.properties) return this.object(schema, depth);
    if (type === 'array') return this.array(schema, name, depth);
    if (type === 'string') return this.text(schema, name);
    if (type === 'integer') return fc.integer(bounds(schema));
    if (type === 'number') return fc.oneof(fc.integer(bounds(schema)), fc.double({ ...bounds(schema), noNaN: true }));
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return fc.oneof(fc.constantFrom(...this.known.slice(0, 50), ''), fc.integer(), fc.constant({}), fc.constant(null));
  }

  /** A word of the world under that name, or of a name close to it. */
  word(name: string): fc.Arbitrary<string> | null {
    const plain = name.toLowerCase().replace(/s$/, '');
    const key =
      Object.keys(this.words).find((one) => one.toLowerCase() === plain) ??
      Object.keys(this.words).find((one) => plain.endsWith(one.toLowerCase())) ??
      (/day|date|start|end|from|to|opens|at$/.test(plain) ? 'date' : undefined);
    const some = key && this.words[key];
    return some && some.length ? fc.constantFrom(...some) : null;
  }

  anyWord(): fc.Arbitrary<string> {
    return fc.constantFrom(...this.known);
  }

  private object(
    { properties = {}, required = [], additionalProperties, propertyNames }: Schema,
    depth: number,
  ): fc.Arbitrary<unknown> {
    const must = new Set(required);
    const entries = Object.entries(properties).filter(([key]) => must.has(key) || depth < DEEP);
    const record = fc.record(Object.fromEntries(entries.map(([key, one]) => [key, this.of(one, key, depth + 1)])), {
      requiredKeys: required.filter((key) => key in properties),
    });
    if (typeof additionalProperties !== 'object' || depth >= DEEP) return record;
    const keys = propertyNames ? this.of(propertyNames, 'target', depth).map(String) : this.anyWord();
    const rest = fc.dictionary(keys, this.of(additionalProperties, '', depth + 1), { maxKeys: 3 });
    return fc.tuple(record, rest).map(([own, more]) => ({ ...more, ...(own as object) }));
  }

  private array(
    { items = {}, prefixItems, minItems = 0, maxItems = 3 }: Schema,
    name: string,
    depth: number,
  ): fc.Arbitrary<unknown> {
    if (prefixItems) return fc.tuple(...prefixItems.map((one) => this.of(one, name, depth + 1)));
    const most = depth >= DEEP ? minItems : Math.max(minItems, Math.min(maxItems, 3));
    return fc.array(this.of(items, name, depth + 1), { minLength: minItems, maxLength: most });
  }

  private text({ pattern, format, minLength = 0, maxLength = 40 }: Schema, name: string): fc.Arbitrary<unknown> {
    const most = Math.max(minLength, Math.min(maxLength, minLength + 40));
    const free = fc.string({ minLength, maxLength: most });
    const made =
      format === 'date'
        ? this.word('date')!
        : format === 'date-time'
          ? fc.constant('2023-09-20T02:00:00.000Z')
          : (matching(pattern) ?? free);
    const word = this.word(name);
    return word ? fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: made }) : made;
  }
}

const bounds = ({ minimum = -5, maximum = 100 }: Schema): { min: number; max: number } => ({
  min: Math.max(minimum, -1e6),
  max: Math.max(Math.max(minimum, -1e6), Math.min(maximum, 1e6)),
});

function matching(pattern: string | undefined): fc.Arbitrary<string> | null {
  if (!pattern) return null;
  try {
    return fc.stringMatching(new RegExp(pattern, /\\p\{/.test(pattern) ? 'u' : ''));
  } catch {
    return null; // fast-check knows less of regular expressions than JavaScript
  }
}
