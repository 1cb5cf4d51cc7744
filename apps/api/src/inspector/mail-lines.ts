import { Injectable } from '@nestjs/common';
import { readObligationId } from '#libs/contracts';
import type { HistoryLine } from '#libs/contracts/http/index.js';
import { localDateOf, localTimeOf, noticeTitle, say, type MessageCode } from '#libs/domain';
import { sayTimeline } from '#libs/domain/timeline/sentence.js';
import { Store, type CampaignDoc, type MessageDoc, type NoticeDoc } from '#libs/store';
import { Names } from '../http/names.js';

type Filter = Record<string, unknown>;
type Mail = Pick<MessageDoc, '_id' | 'sentAt' | 'openedAt' | 'vacant' | 'to' | 'answer'>;

export interface MailQuery {
  filter: Filter;
  skip: number;
  limit: number;
}

/** States that need somebody. */
const TROUBLE = ['failed', 'bounced', 'unconfirmed'];
/** States that one act's notices are counted by. */
const STATES = 8;

/** Notices and the fate of their mail as lines of time. */
@Injectable()
export class MailLines {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  /** Each notice with what became of it. */
  async each({ filter, skip, limit }: MailQuery, { plan }: CampaignDoc): Promise<HistoryLine[]> {
    const cursor = this.store.notices.find(filter as never).sort({ at: -1, _id: -1 });
    const notices = (await cursor.skip(skip).limit(limit).toArray()) as unknown as NoticeDoc[];
    const [mails, posts, units] = await Promise.all([
      this.mailsOf(notices),
      this.names.posts(notices.map(({ post }) => post)),
      this.names.units(notices.map(({ obligation }) => unitOf(obligation))),
    ]);
    return notices.map((notice) => {
      const { _id, at, post, obligation, round, state } = notice;
      const mail = mails.get(notice.message ?? '');
      const title = plan.steps.find(({ id }) => id === readObligationId(obligation).step)?.title ?? '';
      const to = posts.get(post) ?? post;
      const unit = unitOf(obligation);
      return {
        ...{ id: _id, at: at.toISOString(), kind: 'mail', post, postTitle: to, personName: mail?.to?.name ?? null },
        text: sayTimeline('mail.one', { act: noticeTitle(notice), title, post: to }),
        ...{ unit, unitName: units.get(unit) ?? unit, reason: null, round, obligation },
        fate: fateOf(notice, mail),
        trouble: TROUBLE.includes(state),
      };
    });
  }

  /** The notices of one act counted by what became of them. */
  async counted({ filter, skip, limit }: MailQuery, { plan }: CampaignDoc): Promise<HistoryLine[]> {
    const groups = (await this.store.notices
      .aggregate([
        { $match: filter },
        {
          $group: {
            _id: { at: '$at', act: '$act', rung: '$rung', state: '$state' },
            count: { $sum: 1 },
            obligation: { $first: '$obligation' },
          },
        },
        { $sort: { '_id.at': -1 } },
        { $limit: (skip + limit) * STATES },
      ])
      .toArray()) as unknown as Counted[];
    const acts = new Map<string, Counted[]>();
    for (const group of groups) {
      const { at, act, rung } = group._id;
      const key = `${String(9e15 - at.getTime()).padStart(16, '0')}|${act}|${rung}`;
      acts.set(key, [...(acts.get(key) ?? []), group]);
    }
    const sorted = [...acts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(skip, skip + limit);
    return sorted.map(([key, own]) => {
      const [{ _id, obligation }] = own as [Counted];
      const title = plan.steps.find(({ id }) => id === readObligationId(obligation).step)?.title ?? '';
      const count = own.reduce((sum, group) => sum + group.count, 0);
      return {
        ...{ id: `mail|${key}`, at: _id.at.toISOString(), kind: 'mail', post: null, postTitle: null, personName: null },
        text: sayTimeline('mail.many', { act: noticeTitle(_id), title, count }),
        ...{ unit: null, unitName: null, reason: null, round: null, obligation: null },
        fate: own.map((group) => `${stateText(group._id.state)}: ${group.count}`).sort(),
        trouble: own.some((group) => TROUBLE.includes(group._id.state)),
      };
    });
  }

  private async mailsOf(notices: NoticeDoc[]): Promise<Map<string, Mail>> {
    const ids = notices.flatMap(({ message }) => message ?? []);
    const projection = { sentAt: 1, openedAt: 1, vacant: 1, to: 1, answer: 1 };
    const found = (await this.store.messages
      .find({ _id: { $in: [...new Set(ids)] } }, { projection })
      .toArray()) as unknown as Mail[];
    return new Map(found.map((mail) => [mail._id, mail]));
  }
}

interface Counted {
  _id: { at: Date; act: string; rung: string; state: string };
  count: number;
  obligation: string;
}

const unitOf = (obligation: string): string => obligation.split('.')[3] ?? '';

const instant = (at: Date): string => `${localTimeOf(at)} ${localDateOf(at).split('-').reverse().join('/')}`;

const WORDS: Record<string, MessageCode> = { waiting: 'state.ready', folded: 'state.sending' };
const stateText = (state: string): string => say(WORDS[state] ?? (`state.${state}` as MessageCode));

/** What became of one notice, in order: held back, sent or not, to whom instead, opened, read. */
function fateOf({ state, holds = [], slotAt, at, reason, post, readAt }: NoticeDoc, mail: Mail | undefined): string[] {
  const told = {
    at: instant(mail?.sentAt ?? slotAt ?? at),
    cause: reason ?? mail?.answer ?? sayTimeline('fate.unknown'),
  };
  return [
    ...holds.map(({ until, why }) => sayTimeline('fate.held', { at: instant(until), why: say(`hold.${why}`) })),
    sayTimeline(`fate.${state}`, told),
    ...(mail?.vacant?.includes(post) ? [sayTimeline('fate.upwards', { posts: post })] : []),
    ...(mail?.openedAt ? [sayTimeline('fate.opened', { at: instant(mail.openedAt) })] : []),
    ...(readAt ? [sayTimeline('fate.read', { at: instant(readAt) })] : []),
  ];
}
