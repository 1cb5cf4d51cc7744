import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { EvidenceKind, EvidenceLimits } from './evidence.types.js';

const MB = 1024 * 1024;

/** A size before any byte is sent. */
export function judgeSize(bytes: number, { maxBytes }: EvidenceLimits): Refusal | null {
  if (bytes === 0) return refuse('evidence-empty');
  return bytes > maxBytes ? refuse('evidence-too-large', { limit: maxBytes / MB }) : null;
}

/** The kind of a file by what its content says it is; its name says nothing. */
export function judgeKind(type: string | null, { kinds }: EvidenceLimits): EvidenceKind | Refusal {
  const kind = kinds.find((one) => one.type === type);
  const taken = [...new Set(kinds.map(({ extension }) => extension))].join(', ');
  return kind ?? refuse('evidence-type', { type: type ?? '?', taken });
}

/** A name without what a file system or a header could stumble over; never empty. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).pop()!;
  const shown = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return shown.replace(/^\.+/, '').slice(0, 200) || 'tep';
}

/** The name it is saved under: it ends as its content is, whatever it was called. */
export function servedName(name: string, extension: string): string {
  const ends = new RegExp(`\\.${extension === 'jpg' ? 'jpe?g' : extension}$`, 'i');
  return ends.test(name) ? name : `${name}.${extension}`;
}
