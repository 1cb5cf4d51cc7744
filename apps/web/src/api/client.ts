import type { Problem } from './contracts';

/** The API's refusal, with its sentence, what is wrong field by field, and how the document stands now. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? `${status}`);
  }
}

/** Who asks: a development account by its post; a signed-in session shows itself by its cookie. */
const asked = (post: string | null): Record<string, string> => ({
  accept: 'application/json',
  ...(post !== null && { authorization: `Bearer dev:${post}` }),
});

/** Reads as a post, or what is open to everybody in development. */
export async function read<T>(post: string | null, path: string, signal?: AbortSignal): Promise<T> {
  const url = `${post === null ? '/api/public' : '/api'}${path}`;
  return taken(await fetch(url, { headers: asked(post), signal: signal ?? null }));
}

export interface Write {
  method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body: unknown;
  /** Names the act: sent again with the same key it happens once. */
  key?: string;
}

/** 128 random bits; works inside an office network without a certificate, where `randomUUID` is not there. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** One act. A lost answer is asked for again with the same key, so nothing happens twice. */
export async function write<T>(post: string, path: string, { method = 'POST', body, key }: Write): Promise<T> {
  const headers = { ...asked(post), 'idempotency-key': key ?? newKey() };
  const form = body instanceof FormData;
  return taken(
    await fetch(`/api${path}`, {
      method,
      headers: form ? headers : { ...headers, 'content-type': 'application/json' },
      body: form ? body : JSON.stringify(body),
    }),
  );
}

/** A file of the API, saved under the name the server gave it. */
export async function download(post: string, path: string, name: string): Promise<void> {
  const response = await fetch(`/api${path}`, { headers: { ...asked(post), accept: '*/*' } });
  if (!response.ok) await taken(response);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

async function taken<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  throw new ApiProblem(response.status, problem ?? {});
}
