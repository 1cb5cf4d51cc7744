import type { Problem } from './contracts';

/** Through whose eyes: everybody's and a development post's where development allows it, or a person's who acts for a post. */
export interface Viewer {
  way: 'everyone' | 'development' | 'account';
  post: string | null;
}

/** The API's refusal, with its sentence. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** Reads as a viewer. */
export async function read<T>({ way, post }: Viewer, path: string, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = {};
  if (way === 'development') headers.authorization = `Bearer dev:${post}`;
  if (way === 'account' && post !== null) headers['x-acting-post'] = post;
  return call<T>(`${way === 'everyone' ? '/api/public' : '/api'}${path}`, { headers, signal: signal ?? null });
}

/** What a person does at the door, or with the own sign-ins; no key is needed there. */
export const send = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> =>
  call<T>(`/api${path}`, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
  });

async function call<T>(url: string, init: RequestInit): Promise<T> {
  const language = document.documentElement.lang;
  const headers = { accept: 'application/json', 'accept-language': language, ...init.headers };
  const response = await fetch(url, { ...init, headers });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiProblem(response.status, problem?.code ?? '', problem?.detail ?? `${response.status}`);
}
