import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  ok: boolean;
  status: number;
  body: Record<string, unknown>;
}

/** How long a person keeps pressing the button while the server is away; wall clock. */
const PATIENCE_MS = 90_000;

/** A person at the keyboard: calls the API as a post, and tries again with the same key when the line breaks. */
export class Hand {
  constructor(private readonly url: string) {}

  post(post: string, path: string, body: object, key: string): Promise<Answer> {
    return this.write('POST', post, path, body, key);
  }

  patch(post: string, path: string, body: object, key: string): Promise<Answer> {
    return this.write('PATCH', post, path, body, key);
  }

  get(post: string, path: string): Promise<Answer> {
    return this.patiently(path, { headers: { authorization: `Bearer dev:${post}` } });
  }

  private write(method: string, post: string, path: string, body: object, key: string): Promise<Answer> {
    return this.patiently(path, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer dev:${post}`, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  }

  private async patiently(path: string, request: RequestInit): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(path, request);
      if (answer && answer.status < 500) return answer;
      if (Date.now() > deadline)
        throw new Error(`${path}: ${answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'no answer'}`);
      await pause(150);
    }
  }

  private async once(path: string, request: RequestInit): Promise<Answer | null> {
    try {
      const response = await fetch(`${this.url}${path}`, { ...request, signal: AbortSignal.timeout(15_000) });
      return {
        ok: response.ok,
        status: response.status,
        body: (await response.json().catch(() => ({}))) as Record<string, unknown>,
      };
    } catch {
      return null; // nobody answered: the server may be restarting
    }
  }
}
