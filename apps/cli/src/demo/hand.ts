import { Agent, request, type RequestOptions } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  ok: boolean;
  status: number;
  body: Record<string, unknown>;
}

/** How long a person keeps pressing the button while the server is away; wall clock. */
const PATIENCE_MS = 90_000;
/** Silence after which a request is given up and sent again; wall clock. */
const SILENCE_MS = 15_000;

interface Question extends RequestOptions {
  body?: string;
}

/** A person at the keyboard: calls the API as a post, and tries again with the same key when the line breaks. */
export class Hand {
  /** Lines stay open between requests; one that the server closed meanwhile is a broken one. */
  private readonly lines = new Agent({ keepAlive: true });

  /** @param patience how long it keeps trying, ms of wall clock */
  constructor(
    private readonly url: string,
    private readonly patience = PATIENCE_MS,
  ) {}

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
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: `Bearer dev:${post}`,
      'idempotency-key': key,
    };
    return this.patiently(path, { method, headers, body: text });
  }

  private async patiently(path: string, question: Question): Promise<Answer> {
    const deadline = Date.now() + this.patience;
    for (;;) {
      const answer = await this.once(path, question);
      if (answer && answer.status < 500) return answer;
      if (Date.now() > deadline)
        throw new Error(`${path}: ${answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'no answer'}`);
      await pause(150);
    }
  }

  /** @returns null when nobody answered: the server may be restarting */
  private once(path: string, { body, ...options }: Question): Promise<Answer | null> {
    return new Promise((resolve) => {
      const call = request(`${this.url}${path}`, { ...options, agent: this.lines, timeout: SILENCE_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(null));
        response.on('end', () => {
          const status = response.statusCode!;
          resolve({ ok: status < 300, status, body: objectIn(Buffer.concat(chunks).toString()) });
        });
      });
      call.on('timeout', () => call.destroy());
      call.on('error', () => resolve(null));
      call.on('close', () => resolve(null)); // changes nothing where an answer came
      call.end(body);
    });
  }
}

function objectIn(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}
