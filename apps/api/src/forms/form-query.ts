import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  isRefusal,
  localDateOf,
  pasteRange,
  refuse,
  say,
  type Entries,
  type PasteAt,
  type PasteFault,
} from '#libs/domain';
import type { ImportView } from '#libs/contracts/http/index.js';
import { formChanged } from '#libs/commands';
import { boundEvidence } from '#libs/evidence';
import {
  excelTemplateOf,
  formFor,
  formView,
  importDiff,
  judgeReport,
  readExcelReport,
  reportOfDraft,
  unconfirmedOf,
  type PinnedForm,
} from '#libs/forms';
import { draftOf, Store, type ObligationDoc } from '#libs/store';
import { fieldError } from '../http/answer.js';
import { fieldsVi } from '../http/messages/vi.js';
import { ProblemError } from '../http/problem-error.js';
import { nameOf, type Upload } from '../http/upload.js';

/** Forms and what is asked about them; writes nothing. */
@Injectable()
export class FormQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async view(owed: ObligationDoc) {
    return formView(this.store, await this.formOf(owed), owed, await this.clock.now());
  }

  /** All faults of the draft at once, as if it were handed in now. */
  async check(owed: ObligationDoc) {
    const form = await this.formOf(owed);
    const draft = await draftOf(this.store, owed._id);
    const { report, faults, hash } = reportOfDraft(draft, form);
    const unreadable = new Set(faults.map(({ path }) => targetOf(path)));
    const { evidence, faults: unfit } = await boundEvidence(this.store, owed._id);
    const whole = evidence ? { ...report, evidence } : report;
    const judged = await judgeReport(this.store, form, owed, whole, await this.clock.now());
    const all = [...faults, ...unfit, ...judged.filter(({ path }) => !unreadable.has(targetOf(path)))];
    const unconfirmed = unconfirmedOf(draft);
    const ready = draft !== null && all.length === 0 && unconfirmed.length === 0;
    return { draft: hash, ready, faults: all.map(fieldError), unconfirmed };
  }

  /** What a pasted range would change, bad cells first. */
  async paste(owed: ObligationDoc, version: string, at: PasteAt, text: string): Promise<ImportView> {
    const form = await this.formOf(owed);
    if (version !== form.hash) throw ProblemError.refused(409, formChanged(version, form));
    const { entries, faults } = pasteRange(form.form, at, text);
    return this.diff(owed, form, entries, faults.map(pasteFault));
  }

  async template(owed: ObligationDoc): Promise<Buffer> {
    return excelTemplateOf(this.store, await this.formOf(owed), owed, await this.clock.now());
  }

  /** What a filled-in Excel file would change. @throws ProblemError 400, 413, 422 with the reason in words */
  async excel(owed: ObligationDoc, file: Upload | undefined): Promise<ImportView> {
    if (!file) throw ProblemError.input([{ field: 'file', message: fieldsVi.fileMissing }]);
    const form = await this.formOf(owed);
    const day = localDateOf(await this.clock.now());
    const read = await readExcelReport({ name: nameOf(file), bytes: file.buffer }, form, owed._id, day);
    if (isRefusal(read)) throw ProblemError.refused(EXCEL_STATUS[read.code] ?? 422, read);
    return this.diff(owed, form, read.entries, read.faults);
  }

  async diff(
    owed: ObligationDoc,
    { hash }: PinnedForm,
    entries: Entries,
    faults: ImportView['faults'],
  ): Promise<ImportView> {
    const draft = await draftOf(this.store, owed._id);
    return { form: hash, ...importDiff(draft, entries), faults };
  }

  /** @throws ProblemError 404 for what has no form */
  async formOf(owed: ObligationDoc): Promise<PinnedForm> {
    const form = await formFor(this.store, owed);
    if (!form) throw ProblemError.refused(404, refuse('no-form'));
    return form;
  }
}

/** A file of another time or report is a conflict; the rest cannot be read. */
const EXCEL_STATUS: Record<string, number> = {
  'excel-too-large': 413,
  'excel-other-report': 409,
  'excel-other-version': 409,
};

/** What cannot be read is not also missing. */
const targetOf = (path: string): string => path.split('.').slice(0, 2).join('.');

const pasteFault = ({ row, column, text, code, path }: PasteFault): ImportView['faults'][number] => ({
  cell: `R${row}C${column}`,
  path,
  text,
  code,
  message: say(code, { value: text }),
});
