import { toBuffer } from 'qrcode';

/** A QR code as PNG; level M survives a stamp over a corner. */
export const qrPng = (text: string): Promise<Buffer> =>
  toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, scale: 6, type: 'png' });
