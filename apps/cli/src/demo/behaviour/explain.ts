import type { Answer } from '../hand.js';

interface Paper {
  content: { figures?: { target: string; explanation?: string }[]; explanation?: string };
}

const WORDS = 'Số liệu đã được rà soát, đúng thực tế (mẫu).';

/**
 * Hands in a paper; where the system asks for an explanation, a person gives it at each place and hands in again.
 * @param send the paper, and what to add to the key of the request: another paper is another request
 */
export async function insisting(
  body: object,
  send: (body: object, suffix: string) => Promise<Answer>,
): Promise<Answer> {
  const answer = await send(body, '');
  if (answer.body.code !== 'report-unexplained') return answer;
  const asked = (answer.body.errors as { field: string }[]).map(({ field }) => field);
  return send(explained(body as Paper, asked), '-explained');
}

function explained({ content }: Paper, asked: readonly string[]): object {
  const targets = new Set(asked.map((field) => /^figures\.([^.]+)/.exec(field)?.[1]));
  const whole = asked.some((field) => !field.startsWith('figures.'));
  const figures = content.figures?.map((one) => (targets.has(one.target) ? { ...one, explanation: WORDS } : one));
  return { content: { ...content, ...(figures && { figures }), ...(whole && { explanation: WORDS }) } };
}
