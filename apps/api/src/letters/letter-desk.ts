import { Injectable } from '@nestjs/common';
import { ledCampaigns, readableObligations, type Reader, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { LetterView, UrgingLettersBody } from '#libs/contracts/http/index.js';
import { isRefusal, refuse, type LetterContent } from '#libs/domain';
import { OfficeDesk, printed, type LetterFormat, type UrgingWish } from '#libs/letters';
import { contentHash, isDuplicateKey, Store, type LetterDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';

/** About what a letter is asked for: one obligation, or a whole campaign. */
export interface LetterSubject {
  campaign: string;
  obligation: string | null;
}

/** Makes documents for those who may read what they say; keeps the letters, so that their hash can be compared later. */
@Injectable()
export class LetterDesk {
  private readonly desk: OfficeDesk;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    this.desk = new OfficeDesk(store);
  }

  async factSheet(id: string, receiver: string, format: LetterFormat): Promise<Buffer> {
    const at = await this.clock.now();
    const content = await this.desk.factSheet(id, at);
    if (!content) throw ProblemError.of(404, 'not-found', { data: { id } });
    return printed(this.store, { content, unit: receiver, at }, format);
  }

  async lateList(reader: Reader, campaign: string, unit: string, format: LetterFormat): Promise<Buffer> {
    const at = await this.clock.now();
    const content = await this.desk.lateList(campaign, at, await this.readable(reader));
    return printed(this.store, { content, unit, at }, format);
  }

  /** The same key gives the same letter, however often it is asked for. */
  async urge(actor: SignedIn, subject: LetterSubject, body: UrgingLettersBody, key: string): Promise<LetterView> {
    const { post, person, unit } = actor;
    const id = `cong-van.${subject.campaign}.${contentHash({ post, key }).slice(0, 16)}`;
    const bodyHash = contentHash({ subject, body });
    const kept = await this.find(id);
    if (kept) return sameOr422(kept, bodyHash);
    const at = await this.clock.now();
    const content = await this.desk.urgingLetter(id, wishOf(subject, unit, body), at, await this.readable(actor));
    if (isRefusal(content)) throw ProblemError.refused(409, content);
    const hash = contentHash(content);
    const by = { post, person };
    return this.keep({ _id: id, ...subject, unit, kind: content.kind, content, hash, bodyHash, by, at });
  }

  find(id: string): Promise<LetterDoc | null> {
    return this.store.letters.findOne({ _id: id });
  }

  print(
    { content, unit, at }: { content: LetterContent; unit: string; at: Date },
    format: LetterFormat,
  ): Promise<Buffer> {
    return printed(this.store, { content, unit, at }, format);
  }

  private async keep(letter: LetterDoc): Promise<LetterView> {
    try {
      await this.store.letters.insertOne(letter);
      return letterView(letter);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return sameOr422((await this.find(letter._id))!, letter.bodyHash);
    }
  }

  private async readable(reader: Reader): Promise<Record<string, unknown>> {
    return readableObligations(reader, await ledCampaigns(this.store, reader));
  }
}

function sameOr422(kept: LetterDoc, bodyHash: string): LetterView {
  if (kept.bodyHash !== bodyHash) throw ProblemError.refused(422, refuse('letter-key-reused'));
  return letterView(kept);
}

export function letterView({ _id: id, kind, campaign, obligation, hash, by, at }: LetterDoc): LetterView {
  const path = `/api/letters/${encodeURIComponent(id)}/document`;
  const printed = { docx: `${path}.docx`, pdf: `${path}.pdf` };
  return { id, kind, campaign, obligation, hash, by: by.post, at: at.toISOString(), ...printed };
}

function wishOf({ campaign, obligation }: LetterSubject, unit: string, body: UrgingLettersBody): UrgingWish {
  const { number = null, symbol = null, day = null, byDay = null, place, signature, obligations = null } = body;
  const chosen = obligation === null ? obligations : [obligation];
  return { unit, campaign, obligations: chosen, number: { number, symbol }, day, byDay, place, signature };
}
