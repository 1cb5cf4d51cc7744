import { z } from 'zod';
import { marks } from '#libs/domain/work/mark.js';
import { code } from './primitives.js';

/** The filters of the screen: what stands in its address goes into the file. */
export const matrixExportQuery = z.strictObject({
  mark: z.enum(marks).optional(),
  find: z.string().max(200).optional(),
});
export type MatrixExportQuery = z.infer<typeof matrixExportQuery>;
export const lateExportQuery = z.strictObject({ level: code.optional() });
