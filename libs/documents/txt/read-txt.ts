import { Stop } from '../stop.js';
import { vietnameseShare } from '../text/syllables.js';
import { tidy } from '../text/tidy.js';

/** Share of words beyond ASCII that must be spelt like Vietnamese before bytes are believed to be windows-1258. */
const BELIEVED = 0.9;
const SAMPLE = 100_000;

/**
 * Text of UTF-8 and UTF-16 (the latter by its mark), and of windows-1258, which is converted without loss.
 * TCVN3, VNI and other old tables are refused: bytes do not tell them apart for certain. @throws Stop
 */
export function readTxt(bytes: Buffer): string {
  const text = utf16(bytes) ?? utf8(bytes) ?? windows1258(bytes);
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) throw new Stop('document-unsupported');
  return text;
}

function utf16(bytes: Buffer): string | undefined {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return decoded('utf-16le', bytes);
  if (mark === 'feff') return decoded('utf-16be', bytes);
  return undefined;
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function windows1258(bytes: Buffer): string {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0e-\x1a]/.test(bytes.toString('latin1'))) throw new Stop('document-unsupported');
  const text = new TextDecoder('windows-1258').decode(bytes);
  if (vietnameseShare(tidy(text.slice(0, SAMPLE))).share < BELIEVED) throw new Stop('document-encoding');
  return text;
}

/** Half a pair at the end is a file cut off. */
function decoded(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Stop('document-broken');
  }
}
