import { isRefusal, type LocalDate, type Refusal } from '#libs/domain';
import { readXlsx } from '#libs/documents';
import { difficultyRuleOn } from '#libs/rules';
import type { PinnedForm } from '../form-for.js';
import { importExcel, type ExcelImport } from './import-excel.js';

/** Reads a filled-in file against the form of a report; writes nothing. @param day local day on which it is read */
export async function readExcelReport(
  file: { name: string; bytes: Buffer },
  pinned: PinnedForm,
  obligation: string,
  day: LocalDate,
): Promise<ExcelImport | Refusal> {
  const workbook = await readXlsx(file.name, file.bytes);
  return isRefusal(workbook) ? workbook : importExcel(file.name, workbook, pinned, obligation, difficultyRuleOn(day));
}
