import type { Problem } from './contracts';

/** The API's refusal, with its sentence. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** Reads as a post, or what is open to everybody in development. */
export async function read<T>(post: string | null, path: string, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (post !== null) headers.authorization = `Bearer dev:${post}`;
  const response = await fetch(`${post === null ? '/api/public' : '/api'}${path}`, { headers, signal: signal ?? null });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiProblem(response.status, problem?.detail ?? `${response.status}`);
}
