import { Injectable } from '@nestjs/common';
import { may, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import { ObligationCommands } from '#libs/commands';
import { localDateOf, type Language } from '#libs/domain';
import { contentHash, organisationOn, Store, type NoticeDoc, type ObligationDoc } from '#libs/store';
import { Subjects, type Found } from '../access/subjects.js';
import { mailOfLink, stillReached, type LinkFault } from './link-mail.js';

/** A link that opens: the mail it stood in, who its reader acts as, and the work. */
export interface OpenLink {
  fault: null;
  token: string;
  now: Date;
  mail: string;
  reader: { name: string; language: Language };
  actor: SignedIn;
  postTitle: string;
  unitName: string;
  campaignName: string;
  owed: ObligationDoc;
  found: Found;
  notices: Pick<NoticeDoc, '_id' | 'readAt'>[];
  /** Whether the reader may say that it will be late. */
  mayDelay: boolean;
}

/** Opens the signed links of mails, and does what their reader confirms. Opening writes nothing: mail scanners open everything. */
@Injectable()
export class LinkDesk {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly subjects: Subjects,
    private readonly commands: ObligationCommands,
  ) {}

  /** @param id obligation  @param token of the mail  */
  async open(id: string, token: string): Promise<OpenLink | LinkFault> {
    const now = await this.clock.now();
    const link = await mailOfLink(this.store, token, now);
    if (link.fault !== null) return link;
    const { message } = link;
    const notices = (await this.store.notices
      .find({ message: message._id, obligation: id } as never)
      .toArray()) as unknown as NoticeDoc[];
    const found = notices.length ? await this.subjects.load('obligation', id, now) : null;
    if (found === null) return { fault: 'wrong' };
    const mine = await stillReached(
      this.store,
      message,
      notices.map(({ post }) => post),
      now,
    );
    const organisation = await organisationOn(this.store, localDateOf(now));
    const actors = mine.flatMap(({ post, person }): SignedIn[] => {
      const known = organisation.post(post);
      if (!known) return [];
      return [{ person, post, unit: known.unit, role: known.role, above: organisation.tree.ancestorsOf(known.unit) }];
    });
    const owed = found.document as ObligationDoc;
    const owing = owed.clock.phase !== 'review' && ['open', 'returned'].includes(owed.state);
    const late = owing ? actors.find((actor) => may(actor, 'declare_delay', found.subject) === null) : undefined;
    const actor = late ?? actors[0];
    if (actor === undefined) return { fault: 'moved' };
    const campaign = await this.store.campaigns.findOne({ _id: owed.campaign }, { projection: { 'plan.name': 1 } });
    const { name, language } = mine[0]!;
    return {
      fault: null,
      token,
      now,
      mail: message.verp!,
      reader: { name, language },
      actor,
      postTitle: organisation.post(actor.post)?.title ?? actor.post,
      unitName: organisation.tree.unit(owed.subject)?.name ?? owed.subject,
      campaignName: campaign?.plan.name ?? owed.campaign,
      owed,
      found,
      notices,
      mayDelay: late !== undefined,
    };
  }

  /** "Đã nhận": the reader knows of this work. The first time stays. @returns when that was */
  async received({ mail, notices, now }: OpenLink): Promise<Date> {
    const ids = notices.map(({ _id }) => _id);
    const unread = { _id: { $in: ids }, readAt: { $exists: false } };
    await this.store.notices.updateMany(unread, { $set: { readAt: now } });
    await this.store.messages.updateOne(
      { verp: mail, openedAt: { $exists: false } },
      {
        $set: { openedAt: now },
      },
    );
    return notices.find(({ readAt }) => readAt)?.readAt ?? now;
  }

  /** "Tôi sẽ nộp muộn". The same day and words twice are one declaration. */
  async late(link: OpenLink, expectedDay: string, reason: string) {
    const { mail, actor, owed, now, found } = link;
    const key = `link-${contentHash({ mail, expectedDay, reason }).slice(0, 32)}`;
    const read = found.obligation && { at: now, ...found.obligation };
    const outcome = await this.commands.execute(
      actor,
      owed._id,
      { type: 'declare_delay', expectedDay, reason },
      { key, read },
    );
    if (outcome.ok) await this.received(link);
    return outcome;
  }
}
