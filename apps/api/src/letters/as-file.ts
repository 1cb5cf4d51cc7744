import { StreamableFile } from '@nestjs/common';
import { letterFormats, type LetterFormat } from '#libs/letters';

/** A document to be kept as a file; ids hold letters, digits, dots and dashes only. */
export const asFile = (bytes: Buffer, name: string, format: LetterFormat): StreamableFile =>
  new StreamableFile(bytes, {
    type: letterFormats[format],
    disposition: `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${format}"`,
    length: bytes.length,
  });
