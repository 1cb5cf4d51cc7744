import { StreamableFile } from '@nestjs/common';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An Excel file to be kept; ids hold letters, digits, dots and dashes only. */
export const asExcel = (bytes: Buffer, name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type: TYPE,
    disposition: `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.xlsx"`,
    length: bytes.length,
  });
