import { Injectable } from '@nestjs/common';
import type { Reader, SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { LateView, MatrixExportQuery, MatrixView, PageOf } from '#libs/contracts/http/index.js';
import { levelWord, matchingRows, say, type Language, type MessageCode } from '#libs/domain';
import { CovenantQuery } from '../covenants/covenant-query.js';
import { Names } from '../http/names.js';
import { LateQuery } from '../obligations/late-query.js';
import { ReviewQueueQuery } from '../review/review-queue-query.js';
import { MatrixQuery } from '../work/matrix-query.js';
import { WorkQuery } from '../work/work-query.js';
import { dayAndTime, listFile } from './list-file.js';

/** Rows of one file; more than any office reads. */
const MOST = 10_000;
const PAGE = 200;
const MATRIX_PAGE = 2_000;

type Column = Extract<MessageCode, `column.${string}`> extends `column.${infer Name}` ? Name : never;

/** A report in the queue, as its query tells it. */
interface Waiting {
  unitName: string;
  title: string;
  campaign: string;
  stateText: string;
  attempt: number;
  returns: number;
  submittedAt: Date | null;
  onTime: boolean | null;
  dueAt: Date;
}

/** The lists of the console as Excel files: from the queries of the screens themselves, so nobody is shown more than there. */
@Injectable()
export class Lists {
  constructor(
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly work: WorkQuery,
    private readonly queue: ReviewQueueQuery,
    private readonly late: LateQuery,
    private readonly matrix: MatrixQuery,
    private readonly covenants: CovenantQuery,
  ) {}

  async mine(actor: SignedIn, language: Language): Promise<Buffer> {
    const { items, unitName } = await this.work.mine(actor);
    const rows = items.map((one) => [
      ...[one.title, one.unitName, one.campaignName, say(`group.${one.group}`, {}, language), one.stateText],
      ...[dayAndTime(one.dueAt), one.workingDaysLeft, timeOrNull(one.lockAt), timeOrNull(one.submittedAt), one.returns],
    ]);
    const columns: Columns = {
      work: 44,
      unit: 30,
      campaign: 44,
      group: 20,
      state: 20,
      due: 18,
      left: 14,
      lock: 18,
      'handed-in': 18,
      returns: 12,
    };
    return this.file(say('list.work', { unit: unitName }, language), [], columns, rows, language);
  }

  async toReview(actor: SignedIn, language: Language): Promise<Buffer> {
    const items = (await all((after) => this.queue.list(actor, { limit: PAGE, after }))) as Waiting[];
    const names = await this.names.campaigns(items.map(({ campaign }) => campaign));
    const unit = (await this.names.units([actor.unit])).get(actor.unit) ?? actor.unit;
    const rows = items.map((one) => [
      ...[one.unitName, one.title, names.get(one.campaign) ?? one.campaign, one.stateText, one.attempt],
      ...[timeOrNull(one.submittedAt), yesNo(one.onTime, language), dayAndTime(one.dueAt), one.returns],
    ]);
    const columns: Columns = {
      unit: 30,
      work: 44,
      campaign: 44,
      state: 20,
      attempt: 10,
      'handed-in': 18,
      'on-time': 10,
      'answer-by': 18,
      returns: 12,
    };
    return this.file(say('list.queue', { unit }, language), [], columns, rows, language);
  }

  async whoIsLate(reader: Reader, campaign: string, level: string | undefined, language: Language): Promise<Buffer> {
    const items: LateView[] = await all((after) => this.late.list(reader, campaign, { limit: PAGE, after, level }));
    const rows = items.map((one) => [
      ...[one.unitName, one.title, levelWord(one.level, language), one.stateText, dayAndTime(one.dueAt), one.daysLate],
      one.declaredDay === null ? null : dayAndTime(`${one.declaredDay}T23:59:00+07:00`),
    ]);
    const columns: Columns = { unit: 30, work: 44, level: 14, state: 20, due: 18, late: 14, declared: 18 };
    const title = say('list.late', { campaign: await this.named(campaign) }, language);
    const filters = level === undefined ? [] : [say('list.level', { level: levelWord(level, language) }, language)];
    return this.file(title, filters, columns, rows, language);
  }

  async ofMatrix(
    reader: Reader,
    campaign: string,
    { find, mark }: MatrixExportQuery,
    language: Language,
  ): Promise<Buffer> {
    const pages: MatrixView[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.matrix.of(reader, campaign, { limit: MATRIX_PAGE, after });
      pages.push(page);
      if (page.next === null || pages.length * MATRIX_PAGE >= MOST) break;
      after = page.next;
    }
    const steps = new Map(pages.flatMap(({ columns }) => columns).map((column) => [column.id, column]));
    const shown = matchingRows(
      pages.flatMap((page) => page.rows),
      { find, mark },
    );
    const rows = shown.map(({ name, level, cells }) => [
      ...[name, levelWord(level, language)],
      ...[...steps.keys()].map((id) => (cells[id] ? say(`mark.${cells[id].mark}`, {}, language) : null)),
    ]);
    const heads = [...steps.values()].map(({ title, dueAt }) => ({
      head: `${title} (${dayAndTime(dueAt)})`,
      width: 20,
    }));
    const filters = [
      ...(find ? [say('list.find', { find }, language)] : []),
      ...(mark ? [say('list.mark', { mark }, language)] : []),
    ];
    const title = say('list.matrix', { campaign: await this.named(campaign) }, language);
    return this.file(title, filters, { unit: 34, level: 14 }, rows, language, heads);
  }

  async toSign(reader: Reader, campaign: string | undefined, language: Language): Promise<Buffer> {
    const { items } = await this.covenants.list(reader, campaign);
    const rows = items.map(({ title, campaignName, stateText, signed, parties, mine }) => [
      ...[title, campaignName, stateText, signed, parties],
      mine === null
        ? null
        : mine.signed
          ? say('list.signed', {}, language)
          : mine.waits
            ? say('list.waits', { due: dayAndTime(mine.dueAt) }, language)
            : mine.stateText,
    ]);
    const columns: Columns = { title: 44, campaign: 44, state: 20, signed: 10, parties: 10, mine: 34 };
    return this.file(say('list.covenants', {}, language), [], columns, rows, language);
  }

  private async named(campaign: string): Promise<string> {
    return (await this.names.campaigns([campaign])).get(campaign) ?? campaign;
  }

  private async file(
    title: string,
    filters: string[],
    columns: Columns,
    rows: (string | number | null)[][],
    language: Language,
    more: { head: string; width: number }[] = [],
  ): Promise<Buffer> {
    const heads = Object.entries(columns).map(([name, width]) => ({
      head: say(`column.${name as Column}`, {}, language),
      width,
    }));
    return listFile({ title, filters, now: await this.clock.now(), columns: [...heads, ...more], rows }, language);
  }
}

/** Widths in characters, in the order of the sheet. */
type Columns = Partial<Record<Column, number>>;

/** Every page of a list, up to what one file holds. */
async function all<T>(page: (after: string | undefined) => Promise<PageOf<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | undefined; found.length < MOST;) {
    const { items, next } = await page(after);
    found.push(...items);
    if (next === null) break;
    after = next;
  }
  return found;
}

const timeOrNull = (at: string | Date | null): string | null => (at === null ? null : dayAndTime(at));
const yesNo = (value: boolean | null, language: Language): string | null =>
  value === null ? null : say(value ? 'list.yes' : 'list.no', {}, language);
