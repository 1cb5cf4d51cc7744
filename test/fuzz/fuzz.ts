import fc from 'fast-check';
import { casesOf, type Aims, type Case } from './cases.js';
import { wrongWith } from './judge.js';
import type { Operation } from './openapi.js';
import type { Line } from './send.js';

export interface FuzzOptions {
  cases: number;
  /** For operations that read files or make documents. */
  files: number;
  seed: number;
  /** Requests under way at once. */
  width: number;
  /** One line per turn. */
  say?: (line: string) => void;
}

/** Cases of an operation before the next has its turn: what one leaves behind, the others meet. */
const TURN = 500;
/** Refused cases of an operation that are kept to be sent once more. */
const KEPT = 60;
/** Ends or rests the campaign for everybody: comes last. */
const LAST = /\/(cancel|suspend|resume)$/;
/** Reads or makes a whole document. */
const HEAVY =
  /\.(docx|pdf)$|\/excel$|plans\/read|letter-templates|urging-letter|\/preview$|\/forecast$|\/gate$|preparations$|from-campaign|\/confirm$|\/launch$/;

/** What came of the cases of one operation. */
export class Row {
  readonly statuses = new Map<number, number>();
  readonly found = new Map<string, { count: number; example: Case }>();
  sent = 0;
  unsendable = 0;
  slowest = 0;

  constructor(
    readonly name: string,
    readonly heavy: boolean,
  ) {}

  note(one: Case, status: number, ms: number, wrong: string | null): void {
    this.sent += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.slowest = Math.max(this.slowest, ms);
    if (wrong === null) return;
    const kind = wrong.replace(/[0-9a-f]{8}/g, '…').slice(0, 160);
    const known = this.found.get(kind);
    if (known) known.count += 1;
    else this.found.set(kind, { count: 1, example: one });
  }

  inWords(wanted: number): string {
    const statuses = [...this.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    const fewer = this.sent < wanted ? ' (fewer)' : '';
    return `${this.name}: ${this.sent} cases${fewer}; ${statuses.join(', ')}; slowest ${Math.round(this.slowest)} ms`;
  }

  wrong(): string[] {
    return [...this.found].map(([kind, { count, example }]) => `${count} × ${kind}\n        ${told(example)}`);
  }
}

/** A case from which it can be repeated. */
const told = ({ method, url, headers, body }: Case): string =>
  `${method} ${url.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${body === undefined ? '' : String(body).slice(0, 600)}`;

export class Fuzz {
  readonly rows: Row[] = [];
  readonly refused: Case[] = [];
  private readonly kept = new Map<string, number>();

  constructor(
    private readonly line: Line,
    private readonly aims: Aims,
    private readonly options: FuzzOptions,
  ) {}

  /** All operations in turns, so that they meet one another's traces; those that end a campaign last. */
  async run(operations: Operation[]): Promise<void> {
    const rows = operations.map((operation) => {
      const row = new Row(operation.name, operation.file || HEAVY.test(operation.path));
      this.rows.push(row);
      return {
        operation,
        row,
        arbitrary: casesOf(operation, this.aims),
        most: row.heavy ? this.options.files : this.options.cases,
      };
    });
    const [last, others] = [
      rows.filter(({ operation }) => LAST.test(operation.path)),
      rows.filter(({ operation }) => !LAST.test(operation.path)),
    ];
    for (const some of [others, last])
      for (let done = 0, turn = 0; some.some(({ most }) => done < most); done += TURN, turn += 1) {
        for (const { row, arbitrary, most } of some)
          if (done < most) await this.turn(row, arbitrary, Math.min(TURN, most - done), turn);
        this.options.say?.(
          `  ${new Date().toISOString()} turn ${turn}: ${this.rows.reduce((sum, { sent }) => sum + sent, 0)} cases, ${this.rows.filter(({ found }) => found.size).length} operations with something wrong`,
        );
      }
  }

  private async turn(row: Row, arbitrary: fc.Arbitrary<Case>, numRuns: number, turn: number): Promise<void> {
    const cases = fc.sample(arbitrary, { seed: this.options.seed * 1_000 + turn, numRuns });
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let one = cases[next++]; one; one = cases[next++]) await this.ask(row, one);
    };
    await Promise.all(Array.from({ length: this.options.width }, lane));
  }

  private async ask(row: Row, one: Case): Promise<void> {
    const reply = await this.line.send(one);
    if (reply === null) return void (row.unsendable += 1);
    const status = typeof reply === 'string' ? 0 : reply.status;
    row.note(one, status, typeof reply === 'string' ? 0 : reply.ms, wrongWith(reply, one.method));
    const kind = `${row.name} ${status} ${typeof reply === 'string' ? '' : (/"code":"([\w.-]+)"/.exec(reply.body)?.[1] ?? '')}`;
    const kept = this.kept.get(kind) ?? 0;
    if (status < 400 || kept >= KEPT / 6 || ['GET', 'HEAD'].includes(one.method)) return;
    this.kept.set(kind, kept + 1);
    this.refused.push(one);
  }
}
