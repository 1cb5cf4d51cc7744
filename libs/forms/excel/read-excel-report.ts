import { isRefusal, type Refusal } from '#libs/domain';
import { readXlsx } from '#libs/documents';
import type { PinnedForm } from '../form-for.js';
import { importExcel, type ExcelImport } from './import-excel.js';

/** Reads a filled-in file against the form of a report; writes nothing. */
export async function readExcelReport(
  file: { name: string; bytes: Buffer },
  pinned: PinnedForm,
  obligation: string,
): Promise<ExcelImport | Refusal> {
  const workbook = await readXlsx(file.name, file.bytes);
  return isRefusal(workbook) ? workbook : importExcel(file.name, workbook, pinned, obligation);
}
