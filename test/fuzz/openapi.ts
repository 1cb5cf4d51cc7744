/** The parts of an OpenAPI 3.1 description that cases are made from. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}
export type Schemas = Record<string, Schema>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
}
interface Described {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Schemas };
}

export interface Operation {
  /** `POST /api/obligations/{id}/submission` */
  name: string;
  method: string;
  path: string;
  query: { name: string; schema: Schema; required: boolean }[];
  /** Schema of a JSON body, undefined where none is described. */
  json?: Schema;
  /** Takes a file as a part of a form. */
  file: boolean;
}

/** Every operation of the description, in its order. */
export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const query = parameters
        .filter((one) => one.in === 'query')
        .map(({ name, schema = {}, required = false }) => ({ name, schema, required }));
      const json = requestBody?.content['application/json']?.schema;
      const file = requestBody?.content['multipart/form-data'] !== undefined;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        query,
        file,
        ...(json && { json }),
      };
    }),
  );
}
