import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { contents, problem } from '#libs/contracts/http/index.js';

type Schemas = Record<string, unknown>;
type Operation = { parameters?: unknown[]; responses: Record<string, unknown> };

const WRITES = ['post', 'put', 'patch', 'delete'];
const PROBLEM = {
  description: 'RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};
const SEEN = { name: 'If-Match', in: 'header', required: false, schema: { type: 'string', pattern: '^"\\d+"$' } };

/** OpenAPI 3.1 at /docs, /docs-json and /docs-yaml, made from the same zod contracts that check the requests. */
export function serveDocs(app: INestApplication): void {
  const head = new DocumentBuilder()
    .setTitle('Đôn Đốc')
    .setDescription('Theo dõi, đôn đốc phong trào thi đua. Mọi lời ghi cần Idempotency-Key; mọi lỗi là RFC 9457.')
    .setVersion('0.1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Tài khoản thử: dev:<mã chức danh>' })
    .build();
  SwaggerModule.setup('docs', app, () => {
    const document = SwaggerModule.createDocument(app, head, { standardSchemaConverter: converter });
    const schemas = (document.components ??= {}).schemas as unknown as Schemas;
    Object.assign(schemas, ...[problem, ...Object.values(contents)].map((schema) => components(schema)));
    schemas.SubmissionContent = { oneOf: [...new Set(Object.values(contents).map(refOf))].map(($ref) => ({ $ref })) };
    for (const [at, path] of Object.entries(document.paths))
      completeOperations(at, path as unknown as Record<string, Operation>);
    return document;
  });
}

/** Paths whose writes need no key (`key.guard.ts`). */
const KEYLESS = /^\/api\/(session|account|me\/(sign-ins|password|post))(\/|$)/;

/** Key, revision and problems belong to every operation of their kind. */
function completeOperations(at: string, path: Record<string, Operation>): void {
  for (const [method, operation] of Object.entries(path)) {
    if (WRITES.includes(method) && !KEYLESS.test(at))
      operation.parameters = [...(operation.parameters ?? []), KEY, SEEN];
    operation.responses['default'] = PROBLEM;
  }
}

function converter(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  return { schema: bare(schema as z.ZodType, schemaType), components: components(schema as z.ZodType, schemaType) };
}

const full = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Record<string, unknown>;

function bare(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _s, $defs: _d, id: _i, ...rest } = full(schema, io);
  const id = idOf(schema);
  return id ? { $ref: `#/components/schemas/${id}` } : rewritten(rest);
}

function components(schema: z.ZodType, io: 'input' | 'output' = 'input'): Schemas {
  const {
    $schema: _s,
    $defs = {},
    id: _i,
    ...rest
  } = full(schema, io) as { $schema?: string; $defs?: Schemas; id?: string };
  const id = idOf(schema);
  // a schema with a name of its own comes as a reference to its own definition
  const all = { ...$defs, ...(id && !(id in $defs) ? { [id]: rest } : {}) };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, rewritten(value)]));
}

const idOf = (schema: z.ZodType): string | undefined => schema.meta()?.id;
const refOf = (schema: z.ZodType): string => `#/components/schemas/${idOf(schema)}`;

/** Definitions move to `components/schemas`; their own `id` is only a name. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$id')
      .map(([key, part]) => [
        key,
        key === '$ref' && typeof part === 'string'
          ? part.replace('#/$defs/', '#/components/schemas/')
          : rewritten(part),
      ]),
  );
}
