import { Injectable } from '@nestjs/common';
import { seesContent, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import { changedParts, localDateOf, type Remark } from '#libs/domain';
import { returnReasons } from '#libs/rules';
import { organisationOn, Store, type ObligationDoc, type SubmissionDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { sealedId } from '../obligations/sealed-submission.js';

/** Rounds of one report, kept for ever: what was handed in, what was remarked and answered, and what changed in between. */
@Injectable()
export class ReportRoundsQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** Of another's vote only that it was cast, by whom and when. */
  async rounds(reader: Reader, o: ObligationDoc): Promise<object> {
    const sealed = !seesContent(reader, o);
    const submissions = (await this.store.submissions
      .find({ obligation: o._id } as never)
      .sort({ attempt: 1, at: 1 })
      .toArray()) as unknown as SubmissionDoc[];
    // content that was kept and never won its write is nobody's round
    const kept = submissions.filter((one) => o.attempt >= one.attempt);
    const remarks = o.remarks ?? [];
    const notes = remarks.flatMap(({ note, replies }) => [note, ...replies.map((reply) => reply.note)]);
    const [words, titles] = await Promise.all([
      this.names.notes(notes),
      this.names.posts([...remarks.map(({ by }) => by), ...kept.map(({ by }) => by.post)]),
    ]);
    const titleOf = (post: string): string => titles.get(post) ?? post;
    return {
      obligation: o._id,
      open: remarks.filter(({ state }) => state !== 'resolved').length,
      rounds: kept.map(({ _id, attempt, at, by, contentHash, amends, content }, n) => ({
        round: attempt,
        submission: sealed ? sealedId(o._id, attempt) : _id,
        hash: sealed ? '' : contentHash,
        at,
        by,
        byTitle: titleOf(by.post),
        amends: amends ?? null,
        standing: _id === o.submission,
        changes: n === 0 || sealed ? [] : changedParts(kept[n - 1]!.content, content),
        remarks: remarks
          .filter(({ round }) => round === attempt && !amends)
          .map((one) => ({ ...withWords(one, words), byTitle: titleOf(one.by) })),
      })),
    };
  }

  /** Who judges the report on its way up, nearest first, by name: as pinned when it was handed in, else as it would be now. */
  async chain(o: ObligationDoc): Promise<object> {
    const organisation = await organisationOn(this.store, localDateOf(await this.clock.now()));
    const units = o.chain ?? [o.receiver, ...o.ancestors.slice(o.ancestors.indexOf(o.receiver) + 1)];
    const posts = units.flatMap((unit) => [`${unit}:focal`, `${unit}:head`]).filter((post) => organisation.post(post));
    const holders = new Map(posts.map((post) => [post, organisation.holderOf(post)]));
    const [unitNames, titles, persons] = await Promise.all([
      this.names.units(units),
      this.names.posts(posts),
      this.persons([...holders.values()].filter((person) => person !== null)),
    ]);
    return {
      obligation: o._id,
      pinned: o.chain !== undefined,
      chain: units.map((unit, n) => ({
        unit,
        unitName: unitNames.get(unit) ?? unit,
        role: n === 0 ? 'receiver' : 'above',
        posts: posts
          .filter((post) => post.startsWith(`${unit}:`))
          .map((post) => ({
            post,
            title: titles.get(post) ?? post,
            name: persons.get(holders.get(post) ?? '') ?? null,
          })),
      })),
    };
  }

  private async persons(ids: string[]): Promise<Map<string, string>> {
    const found = await this.store.persons.find({ _id: { $in: ids } }, { projection: { name: 1 } }).toArray();
    return new Map(found.map(({ _id, name }) => [_id, name]));
  }
}

const reasonVi = new Map(returnReasons.map(({ code, vi }) => [code, vi]));

const withWords = ({ note, replies, ...remark }: Remark, words: ReadonlyMap<string, string>) => ({
  ...remark,
  reasonText: reasonVi.get(remark.reason) ?? remark.reason,
  text: words.get(note) ?? null,
  replies: replies.map(({ note: said, ...reply }) => ({ ...reply, text: words.get(said) ?? null })),
});
