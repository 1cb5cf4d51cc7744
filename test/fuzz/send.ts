import { Agent, request } from 'node:http';
import type { Case } from './cases.js';

export interface Reply {
  status: number;
  type: string;
  body: string;
  ms: number;
}

/** Beyond this a request counts as hanging; wall clock, far above what any answer takes. */
export const PATIENCE_MS = 60_000;
/** Of an answer that is no problem only so much is kept. */
const KEPT = 20_000;

/** Sends on lines that stay open. */
export class Line {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    width: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: width });
  }

  /** @returns the answer, or in words why there was none; null where the client itself cannot send such a request */
  send(one: Case, again = true): Promise<Reply | string | null> {
    const began = performance.now();
    return new Promise((resolve) => {
      let sent: ReturnType<typeof request>;
      try {
        const length = one.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(one.body)) };
        sent = request(
          this.url + one.url,
          { method: one.method, agent: this.agent, headers: { ...one.headers, ...length }, timeout: PATIENCE_MS },
          (response) => {
            const chunks: Buffer[] = [];
            let size = 0;
            response.on('data', (chunk: Buffer) => {
              if (size < KEPT) chunks.push(chunk);
              size += chunk.length;
            });
            response.on('error', (error) => resolve(`the answer broke off: ${error.message}`));
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                type: String(response.headers['content-type'] ?? ''),
                body: Buffer.concat(chunks).toString(),
                ms: performance.now() - began,
              }),
            );
          },
        );
      } catch {
        return resolve(null);
      }
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)));
      sent.on('error', (error) => {
        // the server had shut a line that rested: that is no answer to this request
        if (again && sent.reusedSocket) resolve(this.send(one, false));
        else resolve(error.message);
      });
      sent.end(one.body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
