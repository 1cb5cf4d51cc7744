import { Injectable } from '@nestjs/common';
import { filterOf, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { Page, PageOf } from '#libs/contracts/http/index.js';
import { say, type MessageCode } from '#libs/domain';
import { Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';

const SHOWN = {
  ...{
    campaign: 1,
    step: 1,
    kind: 1,
    subject: 1,
    answeringUnit: 1,
    title: 1,
    state: 1,
    receiver: 1,
    round: 1,
    revision: 1,
  },
  ...{
    'clock.dueAt': 1,
    submittedAt: 1,
    onTime: 1,
    nil: 1,
    returns: 1,
    attempt: 1,
    submission: 1,
    contentHash: 1,
    amendment: 1,
  },
} as const;

/** What waits for a reviewer, the least time left first: reports to receive, accept or return, and changes from below to decide about. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async list(reader: Reader, { limit, after }: Page): Promise<PageOf<object>> {
    const now = await this.clock.now();
    const filter = { $and: [...waitingFor(reader), afterCursor(after)] };
    const found = (await this.store.obligations
      .find(filter as never, { projection: SHOWN })
      .sort({ 'clock.dueAt': 1, _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as ObligationDoc[];
    const page = found.slice(0, limit);
    const [units, opened] = await Promise.all([
      this.names.units(page.map(({ subject }) => subject)),
      this.openedBy(reader, page),
    ]);
    const cursor = ({ _id, clock }: ObligationDoc): string => `${clock.dueAt.getTime()}~${_id}`;
    return paged(found, limit, cursor, ({ _id, clock, amendment, submission, ...rest }) => ({
      id: _id,
      ...rest,
      unitName: units.get(rest.subject) ?? rest.subject,
      stateText: say(`state.${rest.state}` as MessageCode),
      dueAt: clock.dueAt,
      /** Milliseconds left, negative when it has passed. */
      left: clock.dueAt.getTime() - now.getTime(),
      submission,
      opened: opened.has(submission ?? ''),
      amendment: amendment ?? null,
    }));
  }

  /** How many wait, counted up to a limit. */
  count(reader: Reader, limit: number): Promise<number> {
    return this.store.obligations.countDocuments({ $and: waitingFor(reader) }, { limit });
  }

  private async openedBy(reader: Reader, page: ObligationDoc[]): Promise<Set<string>> {
    if (reader === 'everyone') return new Set();
    const submissions = page.flatMap(({ submission }) => submission ?? []);
    const filter = { post: reader.post, submission: { $in: submissions } };
    return new Set<string>(await this.store.openings.distinct('submission', filter as never));
  }
}

const waitingFor = (reader: Reader): Record<string, unknown>[] => [
  { 'clock.dueAt': { $type: 'date' } },
  filterOf(reader, 'review', 'obligation'),
  { $or: [{ state: { $in: ['submitted', 'received'] } }, { 'amendment.state': 'proposed' }] },
];

function afterCursor(after: string | undefined): Record<string, unknown> {
  const [ms, id] = after?.split('~') ?? [];
  const dueAt = new Date(Number(ms));
  if (id === undefined || Number.isNaN(dueAt.getTime())) return {};
  return { $or: [{ 'clock.dueAt': { $gt: dueAt } }, { 'clock.dueAt': dueAt, _id: { $gt: id } }] };
}
