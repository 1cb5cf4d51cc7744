import { Injectable } from '@nestjs/common';
import { filterOf, ledCampaigns, readableObligations, seesContent, type Reader } from '#libs/access';
import type { ObligationsQuery, PageOf } from '#libs/contracts/http/index.js';
import { rungTitle, say, type MessageCode } from '#libs/domain';
import { Store, type NoticeDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';
import { sealedSubmission } from './sealed-submission.js';

/** What a list shows of an obligation. */
const LISTED = {
  campaign: 1,
  step: 1,
  kind: 1,
  subject: 1,
  title: 1,
  state: 1,
  settled: 1,
  receiver: 1,
  round: 1,
  'clock.phase': 1,
  'clock.dueAt': 1,
  'clock.lockAt': 1,
  'clock.graceUntil': 1,
  cutoff: 1,
  submittedAt: 1,
  onTime: 1,
  overdueAt: 1,
  returns: 1,
  nil: 1,
  revision: 1,
} as const;

/** The engine's own bookkeeping stays inside. */
const INSIDE = {
  pending: 0,
  commands: 0,
  hasPending: 0,
  clockKey: 0,
  lastAct: 0,
  releasedAt: 0,
  overdueNotedAt: 0,
  cohort: 0,
  book: 0,
  worksAt: 0,
} as const;

/** A reminder reaches a post once per rung: no obligation has more in its life. */
const NOTICES = 200;

@Injectable()
export class ObligationQuery {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  async list(reader: Reader, { limit, after, campaign, unit, state, mine }: ObligationsQuery): Promise<PageOf<object>> {
    const filter = {
      $and: [
        readableObligations(reader, await ledCampaigns(this.store, reader)),
        {
          ...(campaign && { campaign }),
          ...(unit && { subject: unit }),
          ...(state && { state }),
          ...(after && { _id: { $gt: after } }),
        },
        mine === '1' ? filterOf(reader, 'owe', 'obligation') : {},
      ],
    };
    const found = (await this.store.obligations
      .find(filter as never, { projection: LISTED })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as ObligationDoc[];
    const units = await this.names.units(found.map(({ subject }) => subject));
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      ({ _id, clock, cutoff = null, ...rest }) => ({
        id: _id,
        ...rest,
        cutoff,
        unitName: units.get(rest.subject) ?? rest.subject,
        stateText: say(`state.${rest.state}` as MessageCode),
        phase: clock.phase,
        dueAt: clock.dueAt,
        graceUntil: clock.graceUntil ?? null,
        lockAt: clock.lockAt,
      }),
    );
  }

  /** With the deadline ledger, the standing submission, the saved draft and the notices; of another's vote only that it was cast. */
  async one(id: string, reader: Reader): Promise<object | null> {
    const found = (await this.store.obligations.findOne(
      { _id: id },
      { projection: INSIDE },
    )) as unknown as ObligationDoc | null;
    if (!found) return null;
    const { _id, submission, ...rest } = found;
    const [kept, draft, notices, units, titles] = await Promise.all([
      submission === null ? null : this.store.submissions.findOne({ _id: submission }),
      this.store.drafts.findOne({ _id: id }, { projection: { revision: 1, form: 1, by: 1, at: 1, _id: 0 } }),
      this.store.notices
        .find({ obligation: id } as never)
        .sort({ at: 1 })
        .limit(NOTICES)
        .toArray(),
      this.names.units([rest.subject]),
      this.names.posts([...rest.deadlines.map(({ by }) => by), ...(rest.extension ? [rest.extension.by] : [])]),
    ]);
    const titled = <T extends { by: string }>(one: T) => ({ ...one, byTitle: titles.get(one.by) ?? one.by });
    const sealed = !seesContent(reader, found);
    return {
      id: _id,
      ...rest,
      ...(sealed && { contentHash: null }),
      deadlines: rest.deadlines.map(titled),
      extension: rest.extension && titled(rest.extension),
      unitName: units.get(rest.subject) ?? rest.subject,
      stateText: say(`state.${rest.state}` as MessageCode),
      submission: kept && sealed ? sealedSubmission(kept) : kept,
      draft,
      notices: (notices as unknown as NoticeDoc[]).map(noticeView),
    };
  }
}

const noticeView = ({ rung, act, audience, post, state, reason, at, slotAt, message, holds = [] }: NoticeDoc) => ({
  rung,
  rungText: rungTitle(rung),
  act,
  audience,
  post,
  state,
  reason,
  at,
  slotAt,
  message,
  holds: holds.map(({ why, ...hold }) => ({ ...hold, why, text: say(`hold.${why}`) })),
});
