/** A stored file that shows what a report says, as the report names it. */
export interface EvidenceRef {
  /** What it is bound to: `figures.TARGET`, `sections.SECTION`, or `paper` for the report as a whole. */
  path: string;
  /** SHA-256 of its bytes, hex. */
  hash: string;
  /** As its owner named it. */
  name: string;
  bytes: number;
  /** Media type told from the content. */
  type: string;
}

/** `unscanned`: no scanner is set up here. What is not `clean` or `unscanned` is not served. */
export type ScanState = 'pending' | 'clean' | 'infected' | 'unscanned';

/** What a scanner found in a file; `at` is real time. */
export interface ScanResult {
  state: 'clean' | 'infected';
  at: Date;
  /** The scanner's word for what it found. */
  signature?: string;
}

/** A kind of file that is taken. */
export interface EvidenceKind {
  type: string;
  /** Without the dot. */
  extension: string;
  /** Shown in the browser; else only as a download. */
  inline: boolean;
}

export interface EvidenceLimits {
  /** Bytes of one file. */
  maxBytes: number;
  /** Files bound to one figure or section. */
  maxPerPlace: number;
  /** Files of one report. */
  maxPerReport: number;
  kinds: readonly EvidenceKind[];
}
