import { createHash } from 'node:crypto';
import request from 'supertest';
import { sha256 } from '../fixtures/files.js';

const TUS = '1.0.0';
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The answer's bytes as they came, whatever their type. */
export const asBytes = (test: request.Test): request.Test =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });

export interface Announced {
  path: string;
  name: string;
  /** SHA-256 to announce; the true one by default, null for none. */
  hash?: string | null;
}

/** One key per wish, whoever has it. */
let n = 0;

/** The four requests of the tus protocol as a post sends them, and a whole upload. @param server application or address */
export function tusClient(server: Parameters<typeof request>[0], post: string) {
  const signed = (test: request.Test, key: string): request.Test =>
    test.set('authorization', `Bearer dev:${post}`).set('idempotency-key', key).set('tus-resumable', TUS);
  const client = {
    begin(
      obligation: string,
      bytes: Buffer,
      { path, name, hash = sha256(bytes) }: Announced,
      key = `tus-${post}-${(n += 1)}`,
    ) {
      const pairs = [
        `path ${base64(path)}`,
        `filename ${base64(name)}`,
        ...(hash === null ? [] : [`sha256 ${base64(hash)}`]),
      ];
      return signed(request(server).post(`/api/obligations/${obligation}/evidence/uploads`), key)
        .set('upload-length', String(bytes.length))
        .set('upload-metadata', pairs.join(','));
    },
    ask: (url: string) => signed(request(server).head(url), 'tus-key-of-head'),
    cancel: (url: string) => signed(request(server).delete(url), 'tus-key-of-end'),
    append(url: string, offset: number, bytes: Buffer, checksum?: Buffer) {
      const sent = signed(request(server).patch(url), 'tus-key-of-part')
        .set('content-type', 'application/offset+octet-stream')
        .set('upload-offset', String(offset));
      if (checksum) sent.set('upload-checksum', `sha256 ${createHash('sha256').update(checksum).digest('base64')}`);
      return sent.send(bytes);
    },
    /** All of it over one connection. */
    async whole(obligation: string, bytes: Buffer, announced: Announced) {
      const begun = await client.begin(obligation, bytes, announced).expect(201);
      return client.append(begun.headers['location'] as string, 0, bytes);
    },
  };
  return client;
}
