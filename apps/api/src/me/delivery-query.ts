import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#libs/access';
import type { DeliveryPage, Page } from '#libs/contracts/http/index.js';
import { say, type MessageCode } from '#libs/domain';
import { Store, type MessageDoc } from '#libs/store';
import { paged } from '../http/paged.js';

type Mail = Pick<
  MessageDoc,
  '_id' | 'kind' | 'subject' | 'to' | 'at' | 'sentAt' | 'openedAt' | 'state' | 'bounce' | 'reached'
>;
const SHOWN = { kind: 1, subject: 1, to: 1, at: 1, sentAt: 1, openedAt: 1, state: 1, bounce: 1, reached: 1 } as const;

/** Letters to one person, newest first. Letters to a post without a person in the system are those of the post. */
@Injectable()
export class DeliveryQuery {
  constructor(private readonly store: Store) {}

  async mine({ person, post }: SignedIn, { limit, after }: Page): Promise<DeliveryPage> {
    const filter = { $and: [person === null ? { person: null, posts: post } : { person }, afterCursor(after)] };
    const found = (await this.store.messages
      .find(filter as never, { projection: SHOWN })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .toArray()) as unknown as Mail[];
    const works = await this.works(found.map(({ _id }) => _id));
    const cursor = ({ _id, at }: Mail): string => `${at.getTime()}~${Buffer.from(_id).toString('base64url')}`;
    return paged(found, limit, cursor, ({ _id: id, kind, subject, to, at, sentAt, openedAt, state, ...fate }) => ({
      ...{ id, kind: kind ?? 'digest', subject, to: to?.address ?? null, at: at.toISOString(), state },
      sentAt: sentAt?.toISOString() ?? null,
      openedAt: openedAt?.toISOString() ?? null,
      stateText: say(`state.${state}` as MessageCode),
      detail: fate.reached?.how ?? fate.bounce?.answer ?? null,
      works: works.get(id) ?? 0,
    }));
  }

  private async works(messages: string[]): Promise<Map<string, number>> {
    const found = (await this.store.notices
      .aggregate([{ $match: { message: { $in: messages } } }, { $group: { _id: '$message', works: { $sum: 1 } } }])
      .toArray()) as unknown as { _id: string; works: number }[];
    return new Map(found.map(({ _id, works }) => [_id, works]));
  }
}

function afterCursor(after: string | undefined): Record<string, unknown> {
  const [ms, id] = after?.split('~') ?? [];
  const at = new Date(Number(ms));
  if (id === undefined || Number.isNaN(at.getTime())) return {};
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: Buffer.from(id, 'base64url').toString() } }] };
}
