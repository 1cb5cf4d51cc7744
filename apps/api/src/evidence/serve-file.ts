import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { servedName, type EvidenceKind } from '#libs/domain';
import type { FileStore } from '#libs/store';
import type { FileInReport } from './evidence-query.js';

/** A file of somebody else's in the reader's browser: it may show itself and nothing more. */
const ALONE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
/** Chrome shows no PDF in a sandbox, whatever it allows; its viewer runs apart from the page anyway, and the type is fixed here. */
const PDF =
  "script-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Pictures and PDF to look at, the rest to keep; never run, never sniffed, never from a cache. */
export function serveFile(
  response: Response,
  files: FileStore,
  { file, content }: FileInReport,
  kind: EvidenceKind | undefined,
  download: boolean,
): StreamableFile {
  const inline = kind?.inline === true && !download;
  const name = kind ? servedName(file.name, kind.extension) : file.name;
  response.setHeader('Content-Security-Policy', content.type === 'application/pdf' ? PDF : ALONE);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  return new StreamableFile(files.read(content.file), {
    type: content.type,
    length: content.bytes,
    disposition: `${inline ? 'inline' : 'attachment'}; ${named(name)}`,
  });
}

/** RFC 6266: a name for old readers, and the whole one in UTF-8. */
function named(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
