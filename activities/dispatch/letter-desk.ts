import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { isMailAddress, say, type Language } from '#libs/domain';
import type { Letter } from '#libs/mail';
import {
  planOf,
  reachOf,
  secretOf,
  Store,
  type CampaignDoc,
  type MessageDoc,
  type NoticeDoc,
  type ObligationDoc,
  type OrganisationOfDay,
} from '#libs/store';
import { staleness, withdrawNotices, type Withdrawal } from './stale-notices.js';
import { writeLetter, type LetterOwed } from './write-letter.js';

/** Letters written one after the other before others' work goes on: those of the page before are being handed over. */
const WRITTEN_AT_ONCE = 20;

export const PUBLIC_URL = Symbol('PUBLIC_URL');

export interface Prepared {
  message: MessageDoc;
  letter: Letter;
  /** Obligation → version the letter was written from. */
  versions: Map<string, number>;
}

/** What letters are written from, read once for all of them. */
interface Facts {
  obligations: Map<string, Owed>;
  campaigns: Map<string, CampaignDoc>;
  organisation: OrganisationOfDay;
  languages: Map<string, Language>;
  linkKey: Buffer;
  now: Date;
  left: Map<string, string | null>;
}

type Owed = LetterOwed & Pick<ObligationDoc, 'extension' | 'extensions' | 'version'>;

/** Reads everything again right before sending: what is no longer owed is withdrawn, what changed hands is given back. */
@Injectable()
export class LetterDesk {
  constructor(
    private readonly store: Store,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async prepare(messages: MessageDoc[], organisation: OrganisationOfDay, now: Date): Promise<Prepared[]> {
    const ids = messages.map(({ _id }) => _id);
    const notices = (await this.store.notices
      .find({ message: { $in: ids }, state: 'folded' } as never)
      .toArray()) as unknown as NoticeDoc[];
    const posts = [...new Set(notices.map(({ post }) => post))];
    const [obligations, campaigns, reach, linkKey] = await Promise.all([
      this.obligations(notices),
      this.campaigns(notices),
      reachOf(this.store, organisation, posts),
      secretOf(this.store, 'mail-links'),
    ]);
    const languages = new Map(
      [...reach.values()].flatMap(({ holder }) => (holder ? [[holder.person, holder.language]] : [])),
    );
    const facts: Facts = { obligations, campaigns, organisation, languages, linkKey, now, left: new Map() };
    const byMessage = new Map<string | null, NoticeDoc[]>(messages.map(({ _id }) => [_id, []]));
    for (const notice of notices) byMessage.get(notice.message)!.push(notice);
    const prepared: Prepared[] = [];
    for (const [n, message] of messages.entries()) {
      if (n % WRITTEN_AT_ONCE === WRITTEN_AT_ONCE - 1) await setImmediate();
      const mine = byMessage.get(message._id)!;
      const changed = mine.filter(({ post }) => (reach.get(post)?.holder?.person ?? null) !== message.person);
      const dead = new Map(mine.flatMap((notice) => withReason(notice, staleness(notice, facts))));
      await withdrawNotices(this.store, 'folded', dead);
      const moved = changed.filter(({ _id }) => !dead.has(_id));
      if (moved.length) await this.giveBack(moved);
      const standing = mine.filter((notice) => !dead.has(notice._id) && !moved.includes(notice));
      if (standing.length === 0)
        await this.withdrawMessage(
          message,
          moved.length ? 'withdrawn.holder-changed' : ([...dead.values()][0] ?? 'withdrawn.settled'),
        );
      else {
        const letter = await this.writeOrFail(message, standing, facts);
        if (letter === null) continue;
        const versions = new Map(standing.map(({ obligation }) => [obligation, obligations.get(obligation)!.version]));
        prepared.push({ message, letter, versions });
      }
    }
    return prepared;
  }

  /** The last look before the hand-over: those about which nothing moved since they were written. */
  async unchanged(prepared: Prepared[]): Promise<Set<Prepared>> {
    const ids = [...new Set(prepared.flatMap(({ versions }) => [...versions.keys()]))];
    const found = await this.store.obligations.find({ _id: { $in: ids } }, { projection: { version: 1 } }).toArray();
    const current = new Map(found.map(({ _id, version }) => [_id, version]));
    return new Set(
      prepared.filter(({ versions }) => [...versions].every(([id, version]) => current.get(id) === version)),
    );
  }

  private async obligations(notices: NoticeDoc[]): Promise<Map<string, Owed>> {
    const ids = [...new Set(notices.map(({ obligation }) => obligation))];
    const projection = {
      state: 1,
      clock: 1,
      title: 1,
      subject: 1,
      answeringUnit: 1,
      overdueAt: 1,
      extension: 1,
      extensions: 1,
      version: 1,
    };
    const found = (await this.store.obligations
      .find({ _id: { $in: ids } }, { projection })
      .toArray()) as unknown as Owed[];
    return new Map(found.map((one) => [one._id, one]));
  }

  private async campaigns(notices: NoticeDoc[]): Promise<Map<string, CampaignDoc>> {
    const ids = [...new Set(notices.map(({ campaign }) => campaign))];
    const found = (await this.store.campaigns
      .find({ _id: { $in: ids } }, { projection: { state: 1, suspended: 1 } })
      .toArray()) as unknown as CampaignDoc[];
    const plans = await Promise.all(found.map(({ _id }) => planOf(this.store, _id)));
    return new Map(found.map((one, n) => [one._id, { ...one, plan: plans[n]! }]));
  }

  /** A letter that cannot be written fails alone, with its cause: those it was claimed with go on. */
  private async writeOrFail(message: MessageDoc, notices: NoticeDoc[], facts: Facts): Promise<Letter | null> {
    try {
      return this.write(message, notices, facts);
    } catch (error) {
      const end = { state: 'failed', reason: say('failed.unwritable', { cause: (error as Error).message }) };
      const set = { ...end, token: null, leaseUntil: null };
      await this.store.messages.updateOne({ _id: message._id, state: 'claimed', token: message.token } as never, {
        $set: set as never,
      });
      const ids = notices.map(({ _id }) => _id);
      await this.store.notices.updateMany({ _id: { $in: ids }, state: 'folded' } as never, { $set: end as never });
      return null;
    }
  }

  private write(message: MessageDoc, notices: NoticeDoc[], facts: Facts): Letter {
    const { campaigns, organisation, languages } = facts;
    const lines = notices.map((notice) => ({
      notice,
      owed: facts.obligations.get(notice.obligation)!,
      campaign: campaigns.get(notice.campaign)?.plan.name ?? notice.campaign,
    }));
    const replyTo = mailboxesOf(notices, campaigns, organisation);
    const language = languages.get(message.person!) ?? 'vi';
    return writeLetter(message, lines, { ...facts, language, replyTo, publicUrl: this.publicUrl });
  }

  private async giveBack(notices: NoticeDoc[]): Promise<void> {
    const ids = notices.map(({ _id }) => _id);
    await this.store.notices.updateMany({ _id: { $in: ids }, state: 'folded' } as never, {
      $set: { state: 'waiting', seal: null, message: null },
    });
  }

  private async withdrawMessage(message: MessageDoc, reason: Withdrawal): Promise<void> {
    const set = { state: 'withdrawn', reason: say(reason), token: null, leaseUntil: null };
    await this.store.messages.updateOne({ _id: message._id, state: 'claimed', token: message.token } as never, {
      $set: set as never,
    });
  }
}

/** Where answers go: the mailbox of each standing body whose campaign the letter speaks of, as far as it has one. */
function mailboxesOf(notices: NoticeDoc[], campaigns: Facts['campaigns'], organisation: OrganisationOfDay): string[] {
  const bodies = new Set(notices.map(({ campaign }) => campaigns.get(campaign)?.plan.standingBody));
  const mailboxes = [...bodies].map((body) => organisation.post(`${body}:focal`)?.mailbox ?? null);
  return [...new Set(mailboxes)].filter((mailbox) => mailbox !== null && isMailAddress(mailbox)) as string[];
}

const withReason = (notice: NoticeDoc, reason: Withdrawal | null): [string, Withdrawal][] =>
  reason ? [[notice._id, reason]] : [];
