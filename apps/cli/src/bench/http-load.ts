import { Agent, request } from 'node:http';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Load {
  done: number;
  seconds: number;
  /** ms per call that was taken. */
  latencies: number[];
}

/**
 * Calls one after the other on `width` connections until the time is over or `next` has no more. Connections stay open.
 * @throws Error at the first answer that is not 2xx: then something else than the load was measured
 */
export async function httpLoad(
  url: string,
  { width, seconds, next }: { width: number; seconds: number; next: (n: number) => Call | null },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let n = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const call = next((n += 1));
      if (!call) return;
      const at = performance.now();
      await send(agent, url, call);
      latencies.push(performance.now() - at);
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, lane));
  } finally {
    agent.destroy();
  }
  return { done: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}

function send(agent: Agent, url: string, { method, path, headers, body }: Call): Promise<void> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const type =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request(url + path, { method, agent, headers: { ...headers, ...type } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${method} ${path}: ${status} ${Buffer.concat(chunks).toString().slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
