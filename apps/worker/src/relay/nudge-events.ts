import { Injectable } from '@nestjs/common';
import { markNudged, Store, type Recorded, type RecordedName } from '#libs/store';
import { Engine } from '#libs/temporal';
import { Notices } from '#activities';
import { Concerned } from './concerned.js';

/** Documents looked at in one turn. */
const PAGE = 2_000;

/** Second mark: wakes the processes that recorded events concern. */
@Injectable()
export class NudgeEvents {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly notices: Notices,
    private readonly concerned: Concerned,
  ) {}

  /** @param collections where events were recorded */
  async all(collections: Iterable<RecordedName>): Promise<void> {
    for (const collection of collections) {
      const found = (await this.store
        .recorded(collection)
        .find({ toNudge: true } as never, { projection: NEEDED })
        .limit(PAGE)
        .toArray()) as unknown as Recorded[];
      if (found.length === 0) continue;
      if (collection === 'obligations') await this.notices.ensureInstant();
      await this.engine.nudgeAll(await this.concerned.by(collection, found));
      await markNudged(this.store, collection, found);
    }
  }
}

const NEEDED = { version: 1, cohort: 1, round: 1, nextAt: 1, settled: 1, state: 1, campaign: 1, step: 1 } as const;
