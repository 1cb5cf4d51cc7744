import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  cleanName,
  isRefusal,
  judgeSize,
  localDateOf,
  placeKnown,
  refuse,
  type Actor,
  type EvidenceLimits,
  type Refusal,
} from '#libs/domain';
import { noRoom, OWED } from '#libs/evidence';
import { formFor } from '#libs/forms';
import { evidenceLimitsOn } from '#libs/rules';
import {
  beginUpload,
  bindFile,
  booksWith,
  contentHash,
  dropParts,
  evidenceBookOf,
  openUploads,
  Store,
  touchContent,
  unbindFile,
  UPLOAD_LIFE_MS,
  type BoundFile,
  type ObligationDoc,
  type UploadDoc,
} from '#libs/store';

/** A file as its sender announces it. */
export interface Announced {
  path: string;
  name: string;
  bytes: number;
  /** SHA-256 in hex, where the sender could compute it. */
  hash: string | null;
}

/** Uploads of one report that may be unfinished at a time. */
const MAX_OPEN = 20;

/** Files of a report that is being written. Bytes come by uploads (`libs/evidence`); here is what begins and ends them, and what is bound where. */
@Injectable()
export class EvidenceCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The same request finds the upload it began. Everything that can be told without the bytes is told here. */
  async begin(actor: Actor, owed: ObligationDoc, announced: Announced, key: string): Promise<UploadDoc | Refusal> {
    const at = await this.clock.now();
    const limits = evidenceLimitsOn(localDateOf(at));
    const _id = createHash('sha256').update(`${owed._id}|${actor.post}|${key}`).digest('hex').slice(0, 40);
    const bodyHash = contentHash(announced);
    const begun = (await this.store.uploads.findOne({ _id })) as unknown as UploadDoc | null;
    const refusal =
      begun === null &&
      (judgeSize(announced.bytes, limits) ??
        (await this.placeRefused(owed, announced.path, limits)) ??
        (await this.tooMany(owed)));
    if (refusal) return refusal;
    const upload = await beginUpload(this.store, {
      ...{ _id, obligation: owed._id, campaign: owed.campaign, path: announced.path, name: cleanName(announced.name) },
      ...{ length: announced.bytes, announced: announced.hash, bodyHash, by: by(actor), at, offset: 0, parts: [] },
      ...{ lock: null, expiresAt: new Date(Date.now() + UPLOAD_LIFE_MS), state: 'open', hash: null, refusal: null },
      copies: [],
    });
    return upload.bodyHash === bodyHash ? upload : refuse('key-reused', { key });
  }

  /** Ends an upload that nobody goes on with. Done again it is done. */
  async cancel({ _id, parts }: UploadDoc): Promise<void> {
    const gone = { $set: { state: 'refused', refusal: { code: 'upload-gone' }, lock: null, parts: [] } };
    const { matchedCount } = await this.store.uploads.updateOne({ _id, state: 'open' } as never, gone as never);
    if (matchedCount) await dropParts(this.store, parts);
  }

  /**
   * Binds a file that is kept already, without sending it again, for whoever may read a report that has it. For anybody else it is as if
   * it were not there.
   * @param readable of the obligations that have it, one that the actor may read; null for none
   */
  async bindKnown(
    actor: Actor,
    owed: ObligationDoc,
    { path, hash, name }: { path: string; hash: string; name?: string | undefined },
    readable: (obligations: string[]) => Promise<string | null>,
    key: string,
  ): Promise<BoundFile | Refusal> {
    const at = await this.clock.now();
    const limits = evidenceLimitsOn(localDateOf(at));
    const command = { key: `${actor.post}|${key}`, bodyHash: contentHash({ path, hash, name }) };
    const before = await evidenceBookOf(this.store, owed._id);
    const done = before?.commands.find((one) => one.key === command.key);
    if (done && done.bodyHash !== command.bodyHash) return refuse('key-reused', { key });
    const refusal = this.stateRefused(owed) ?? (await this.placeRefused(owed, path, limits, hash));
    if (refusal) return refusal;
    const source = await this.sourceOf(hash, readable);
    if (!source) return refuse('evidence-not-here');
    const content = await touchContent(this.store, hash);
    if (!content) return refuse('evidence-not-here');
    if (content.scan?.state === 'infected') return refuse('evidence-infected', { name: source.name });
    const named = name === undefined ? source.name : cleanName(name);
    const file = {
      path,
      hash,
      name: named,
      bytes: content.bytes,
      type: content.type,
      by: by(actor),
      at,
      since: source.since,
    };
    const book = await bindFile(this.store, owed, file, limits, command);
    return book.bound.find((one) => one.path === path && one.hash === hash) ?? noRoom(book.bound.length, path, limits);
  }

  /** Takes a file from its place; what was handed in with it keeps it. Not there is as good as taken away. */
  async unbind(
    actor: Actor,
    owed: ObligationDoc,
    { path, hash }: { path: string; hash: string },
    key: string,
  ): Promise<Refusal | null> {
    const refusal = this.stateRefused(owed);
    if (refusal) return refusal;
    const command = { key: `${actor.post}|${key}`, bodyHash: contentHash({ unbind: { path, hash } }) };
    const done = (await evidenceBookOf(this.store, owed._id))?.commands.find((one) => one.key === command.key);
    if (done && done.bodyHash !== command.bodyHash) return refuse('key-reused', { key });
    await touchContent(this.store, hash);
    await unbindFile(this.store, owed._id, { path, hash }, command);
    return null;
  }

  private async sourceOf(
    hash: string,
    readable: (obligations: string[]) => Promise<string | null>,
  ): Promise<BoundFile | null> {
    const books = await booksWith(this.store, hash);
    const id = books.length ? await readable(books.map(({ _id }) => _id)) : null;
    const book = books.find(({ _id }) => _id === id);
    return (book && [...book.bound, ...book.submitted].find((one) => one.hash === hash)) ?? null;
  }

  private stateRefused({ state }: ObligationDoc): Refusal | null {
    return OWED.includes(state) ? null : refuse('illegal-step', { command: 'submit', state });
  }

  /** @param hash of a file that may be bound there already */
  private async placeRefused(
    owed: ObligationDoc,
    path: string,
    limits: EvidenceLimits,
    hash?: string,
  ): Promise<Refusal | null> {
    const form = await formFor(this.store, owed);
    const refusal = this.stateRefused(owed) ?? placeKnown(form?.form ?? null, path);
    if (isRefusal(refusal)) return refusal;
    const bound = (await evidenceBookOf(this.store, owed._id))?.bound ?? [];
    const here = bound.filter((one) => one.path === path);
    if (here.some((one) => one.hash === hash)) return null;
    const full = bound.length >= limits.maxPerReport || here.length >= limits.maxPerPlace;
    return full ? noRoom(bound.length, path, limits) : null;
  }

  private async tooMany({ _id }: ObligationDoc): Promise<Refusal | null> {
    const open = await openUploads(this.store, _id);
    return open >= MAX_OPEN ? refuse('upload-too-many', { count: open }) : null;
  }
}

const by = ({ post, person }: Actor): BoundFile['by'] => ({ post, person });
