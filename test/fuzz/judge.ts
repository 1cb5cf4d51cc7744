import type { Reply } from './send.js';

/** What is wrong with an answer to any request at all; null when it holds. */
export function wrongWith(reply: Reply | string, method = ''): string | null {
  if (typeof reply === 'string') return reply;
  const { status, type, body } = reply;
  if (status >= 500) return `${status} ${body.slice(0, 300)}`;
  if (status < 400) return null;
  if (!type.startsWith('application/problem+json')) return `${status} as ${type || 'nothing'}: ${body.slice(0, 200)}`;
  if (method.toLowerCase() === 'head') return null; // has no body, by HTTP
  const problem = parsed(body);
  if (problem === null) return `${status} with a problem that is no JSON: ${body.slice(0, 200)}`;
  const { code, detail, status: said } = problem;
  if (said !== status) return `${status}, but says ${String(said)}`;
  if (typeof code !== 'string' || code === '') return `${status} without a code`;
  if (typeof detail !== 'string' || detail.length < 5) return `${status} ${code} without a sentence`;
  // words that a sentence has left out
  if (/(^|[^$])\{\w+\}/.test(detail) && !/[{}]/.test(String(problem['instance'])))
    return `${status} ${code} with a gap: ${detail.slice(0, 200)}`;
  return null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
