import type { mongo } from 'mongoose';
import type { EvidenceRef, ScanResult } from '#libs/domain';

/** The content of a file, kept once however many reports name it. Technical instants are real time. */
export interface EvidenceDoc {
  /** SHA-256 of its bytes, hex. */
  _id: string;
  /** Where its bytes lie in the file store. */
  file: string;
  bytes: number;
  type: string;
  keptAt: Date;
  /** Last time somebody bound it or let it go; old and named by nobody it is removed. */
  touchedAt: Date;
  scan: ScanResult | null;
  /** Waits for a scanner, where there is one. */
  scanDue?: boolean;
  /** Last time a scanner could not say. */
  scanTriedAt?: Date;
  /** Being removed: whoever wants it sends the bytes again. */
  removing?: boolean;
}

/** A file at its place in a report. */
export interface BoundFile extends EvidenceRef {
  by: { post: string; person: string | null };
  /** Engine time. */
  at: Date;
  /** Real instant at which the bytes were sent: only a scan from then on is shown as clean. */
  since: Date;
}

/** All files of one obligation: one document, so that a limit and a repetition are judged by the write itself. */
export interface EvidenceBookDoc {
  /** Obligation. */
  _id: string;
  campaign: string;
  /** What is bound now and the next submission names. */
  bound: BoundFile[];
  /** What a submission has named: never taken away. */
  submitted: BoundFile[];
  commands: { key: string; bodyHash: string }[];
}

/** An upload under way, or its outcome until it expires. */
export interface UploadDoc {
  /** From obligation, post and key of the request that began it. */
  _id: string;
  obligation: string;
  campaign: string;
  path: string;
  name: string;
  /** Bytes announced. */
  length: number;
  /** SHA-256 announced, or null. */
  announced: string | null;
  bodyHash: string;
  by: { post: string; person: string | null };
  at: Date;
  /** Bytes that are kept; only these count. */
  offset: number;
  parts: { id: string; bytes: number }[];
  /** Who appends or completes; may be taken over after `until` (real time). */
  lock: { token: string; until: Date } | null;
  /** Real time. */
  expiresAt: Date;
  state: 'open' | 'done' | 'refused';
  hash: string | null;
  refusal: { code: string; data?: Record<string, string | number | null> } | null;
  /** Copies begun in the file store; a cut one is removed. */
  copies: string[];
}

/** Bytes of an upload. One that its upload does not list is an orphan. */
export interface UploadPartDoc {
  _id: string;
  upload: string;
  at: Date;
  bytes: mongo.Binary;
}
