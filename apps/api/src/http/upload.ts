/** A file that came as a part of a form. */
export interface Upload {
  originalname: string;
  buffer: Buffer;
}

/** Browsers send names in UTF-8, the parser takes them for Latin-1. */
export const nameOf = ({ originalname }: Upload): string => Buffer.from(originalname, 'latin1').toString('utf8');
