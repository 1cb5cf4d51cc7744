import { toBuffer } from 'qrcode';

/** A QR code as PNG, at 22 mm finer than 250 dots an inch; level M survives a stamp over a corner. */
export const qrPng = (text: string): Promise<Buffer> =>
  toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, scale: 4, type: 'png', rendererOpts: { deflateLevel: 6 } });
