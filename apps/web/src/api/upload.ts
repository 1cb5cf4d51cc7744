import { ApiProblem, newKey, read, shown, type Viewer } from './client';

/** A file that the server has taken in, by the hash it made of its bytes. */
export interface Kept {
  sha256: string;
  name: string;
  bytes: number;
}

interface Listed {
  items: { path: string; hash: string; name: string; bytes: number; at: string }[];
}

const TUS = '1.0.0';
/** Small enough for a line that breaks, 512 KB. */
const PART = 512 * 1024;

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/**
 * Sends a file to a place of a report by tus, part by part; the server tells its hash (decision 030).
 * @param said share that has arrived, 0 to 1
 */
export async function upload(
  viewer: Viewer,
  obligation: string,
  { file, path }: { file: File; path: string },
  said: (share: number) => void,
): Promise<Kept> {
  const base = `/api/obligations/${encodeURIComponent(obligation)}/evidence`;
  const headers = { ...shown(viewer), 'tus-resumable': TUS, 'idempotency-key': newKey() };
  const metadata = `path ${base64(path)},filename ${base64(file.name)}`;
  const begun = await send(`${base}/uploads`, 'POST', {
    ...headers,
    'upload-length': String(file.size),
    'upload-metadata': metadata,
  });
  const url = begun.headers.get('location')!;
  for (let offset = Number(begun.headers.get('upload-offset') ?? 0); offset < file.size;) {
    const part = file.slice(offset, offset + PART);
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const answer = await send(url, 'PATCH', { ...headers, ...type }, part);
    offset = Number(answer.headers.get('upload-offset'));
    said(offset / file.size);
  }
  const { items } = await read<Listed>(viewer, `/obligations/${encodeURIComponent(obligation)}/evidence`);
  const newest = items
    .filter((one) => one.path === path && one.bytes === file.size)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!newest) throw new ApiProblem(409, {});
  return { sha256: newest.hash, name: newest.name, bytes: newest.bytes };
}

async function send(url: string, method: string, headers: Record<string, string>, body: Blob | null = null) {
  const response = await fetch(url, { method, headers, body });
  if (response.ok) return response;
  throw new ApiProblem(response.status, ((await response.json().catch(() => null)) as object | null) ?? {});
}
