import type { Request, Response } from 'express';
import type { Checksum } from '#libs/evidence';
import { uploadMetadata } from '#libs/contracts/http/index.js';
import { refuse, type Refusal } from '#libs/domain';

export const TUS = '1.0.0';
export const EXTENSIONS = 'creation,termination,checksum,expiration';
export const ALGORITHMS = 'sha1,sha256';

/** Every answer says which version spoke, also one that refuses. */
export function speakTus(request: Request, response: Response): Refusal | null {
  response.setHeader('Tus-Resumable', TUS);
  if (request.get('Tus-Resumable') === TUS) return null;
  response.setHeader('Tus-Version', TUS);
  return refuse('upload-version');
}

/** A whole number of bytes in a header. */
export function bytesIn(request: Request, header: 'Upload-Length' | 'Upload-Offset'): number | Refusal {
  const written = request.get(header) ?? '';
  if (/^(0|[1-9]\d{0,14})$/.test(written)) return Number(written);
  return refuse(header === 'Upload-Length' ? 'upload-length' : 'upload-offset-missing');
}

export interface Metadata {
  path: string;
  filename: string;
  sha256?: string | undefined;
}

/** `key base64,key base64`. */
export function metadataOf(request: Request): Metadata | Refusal {
  const pairs: [string, string][] = [];
  for (const pair of (request.get('Upload-Metadata') ?? '').split(',')) {
    const [key = '', value = '', ...more] = pair.trim().split(' ');
    if (!/^[\w-]{1,40}$/.test(key) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || more.length)
      return refuse('upload-metadata', { field: key.slice(0, 40) || 'Upload-Metadata' });
    pairs.push([key, Buffer.from(value, 'base64').toString('utf8')]);
  }
  const parsed = uploadMetadata.safeParse(Object.fromEntries(pairs));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { keys } = issue as { keys?: string[] };
  return refuse('upload-metadata', { field: keys?.[0] ?? issue!.path.join('.') });
}

/** `algorithm base64`; null where none was sent. */
export function checksumOf(request: Request): Checksum | null | Refusal {
  const written = request.get('Upload-Checksum');
  if (written === undefined) return null;
  const [, algorithm, digest] = /^(sha1|sha256) ([A-Za-z0-9+/]{20,44}={0,2})$/.exec(written) ?? [];
  if (algorithm === undefined || digest === undefined) return refuse('upload-checksum-unknown');
  return { algorithm: algorithm as Checksum['algorithm'], digest };
}
