import { t } from '../messages/t';
import type { Problem } from './contracts';

/** Through whose eyes: everybody's and a development post's where development allows it, or a person's who acts for a post. */
export interface Viewer {
  way: 'everyone' | 'development' | 'account';
  post: string | null;
}

/** The API's refusal, with its sentence, what is wrong field by field, and how the document stands now. */
export class ApiProblem extends Error {
  readonly code: string;

  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? `${status}`);
    this.code = problem.code ?? '';
  }
}

/** A development account shows its post; a person signed in shows a cookie by itself, and for which post. */
function shown({ way, post }: Viewer): Record<string, string> {
  if (way === 'development') return { authorization: `Bearer dev:${post}` };
  return way === 'account' && post !== null ? { 'x-acting-post': post } : {};
}

/** Reads as a viewer. */
export const read = <T>(viewer: Viewer, path: string, signal?: AbortSignal): Promise<T> =>
  call<T>(`${viewer.way === 'everyone' ? '/api/public' : '/api'}${path}`, {
    headers: shown(viewer),
    signal: signal ?? null,
  });

/** What a person does at the door, or with the own sign-ins; no key is needed there. */
export const send = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> =>
  call<T>(`/api${path}`, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
  });

export interface Write {
  method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body: unknown;
  /** Names the act: sent again with the same key it happens once. */
  key?: string;
}

/** 128 random bits; works inside an office network without a certificate, where `randomUUID` is not there. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether the API has said no. Anything else is a lost answer: the same act may have happened, and is asked for again under its key. */
export const isRefused = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;

/** One act. A lost answer is asked for again with the same key, so nothing happens twice. */
export function write<T>(viewer: Viewer, path: string, { method = 'POST', body, key }: Write): Promise<T> {
  const headers = { ...shown(viewer), 'idempotency-key': key ?? newKey() };
  const form = body instanceof FormData;
  return call<T>(`/api${path}`, {
    method,
    headers: form ? headers : { ...headers, 'content-type': 'application/json' },
    body: form ? body : JSON.stringify(body),
  });
}

/** A file of the API, saved under a name. */
export async function download(viewer: Viewer, path: string, name: string): Promise<void> {
  const response = await fetch(`/api${path}`, { headers: shown(viewer) });
  if (!response.ok) throw await problemOf(response);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** What the server says as it happens. @throws ApiProblem when it refuses */
export async function openStream(
  viewer: Viewer,
  path: string,
  signal: AbortSignal,
): Promise<ReadableStream<BufferSource>> {
  const headers = { ...shown(viewer), accept: 'text/event-stream', 'accept-language': document.documentElement.lang };
  const response = await fetch(`/api${path}`, { headers, signal, cache: 'no-store' });
  if (!response.ok || response.body === null) throw await problemOf(response);
  return response.body as ReadableStream<BufferSource>;
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  const language = document.documentElement.lang;
  const headers = { accept: 'application/json', 'accept-language': language, ...init.headers };
  const response = await fetch(url, { ...init, headers }).catch(lineAway);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** A browser says "Failed to fetch"; people are told what it means. What was given up on purpose stays what it is. */
function lineAway(error: unknown): never {
  throw error instanceof TypeError ? new Error(t('line.away'), { cause: error }) : error;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  return new ApiProblem(response.status, ((await response.json().catch(() => null)) as Partial<Problem> | null) ?? {});
}
