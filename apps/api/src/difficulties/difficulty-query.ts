import { Injectable } from '@nestjs/common';
import { ledCampaigns, may, readableObligations, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { DifficultiesQuery, DifficultyListView, DifficultyOneView } from '#libs/contracts/http/index.js';
import { difficultyPrefix } from '#libs/commands';
import { forwardTo, localDateOf, refuse } from '#libs/domain';
import { organisationOn, planOf, Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { paged } from '../http/paged.js';
import { ProblemError } from '../http/problem-error.js';
import { difficultyView, notesIn, unitsIn, type Told } from './difficulty-view.js';

const INSIDE = { pending: 0, commands: 0 } as const;

/** Reads difficulties by the policy of their obligations; writes nothing. */
@Injectable()
export class DifficultyQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async list(reader: Reader, { limit, after, of, campaign, open }: DifficultiesQuery): Promise<DifficultyListView> {
    const mine = reader === 'everyone' || of === 'all' ? {} : of === 'raised' ? raisedBy(reader) : owedBy(reader);
    const filter = {
      $and: [
        readableObligations(reader, await ledCampaigns(this.store, reader)),
        {
          kind: 'answer',
          ...(campaign !== undefined && { campaign }),
          ...(open === '1' && { settled: false }),
          ...(after !== undefined && { _id: { $gt: after } }),
        },
        mine,
      ],
    };
    const found = await this.find(filter, limit + 1);
    const told = await this.told(found.slice(0, limit));
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      (o) => difficultyView(o, told),
    );
  }

  /** Every item of one report: their ids begin alike. */
  async ofReport(report: ObligationDoc): Promise<DifficultyListView> {
    const prefix = difficultyPrefix(report);
    const found = await this.find({ _id: { $gte: prefix, $lt: `${prefix}~` }, 'difficulty.report': report._id }, 0);
    const told = await this.told(found);
    return { items: found.map((o) => difficultyView(o, told)), next: null };
  }

  /** @throws ProblemError 404 for what is no difficulty */
  async one(reader: Reader, owed: ObligationDoc): Promise<DifficultyOneView> {
    const { difficulty, answeringUnit: owner, subject: raiser } = owed;
    if (!difficulty) throw ProblemError.refused(404, refuse('difficulty-none'));
    const [told, { tree }, { launchingUnit, standingBody }] = await Promise.all([
      this.told([owed]),
      organisationOn(this.store, localDateOf(await this.clock.now())),
      planOf(this.store, owed.campaign),
    ]);
    const subject = { ...owed, kind: 'obligation', bodies: { launchingUnit, standingBody } } as const;
    const owes = reader !== 'everyone' && reader.unit === owner;
    const answers = owes && may(reader, 'answer', subject) === null;
    const had = difficulty.owners.map(({ unit }) => unit);
    const ways = answers && owed.state === 'open' ? forwardTo(tree, { owner, raiser, had }) : [];
    return {
      ...difficultyView(owed, told),
      may: { answer: answers, raiser: may(reader, 'retract', subject) === null },
      forwardTo: ways.map((unit) => ({ unit, name: tree.unit(unit)?.name ?? unit })),
    };
  }

  private async find(filter: object, limit: number): Promise<ObligationDoc[]> {
    return await this.store.obligations
      .find(filter as never, { projection: INSIDE })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
  }

  private async told(found: ObligationDoc[]): Promise<Told> {
    const reports = found.map(({ difficulty }) => difficulty!.report);
    const [units, campaigns, texts, titles] = await Promise.all([
      this.names.units(found.flatMap(unitsIn)),
      this.names.campaigns(found.map(({ campaign }) => campaign)),
      this.names.notes(found.flatMap(notesIn)),
      this.store.obligations.find({ _id: { $in: reports } }, { projection: { title: 1 } }).toArray(),
    ]);
    return { units, campaigns, texts, reports: new Map(titles.map(({ _id, title }) => [_id, title])) };
  }
}

type Own = Exclude<Reader, 'everyone'>;
const raisedBy = ({ unit }: Own) => ({ subject: unit });
const owedBy = ({ unit }: Own) => ({ answeringUnit: unit });
