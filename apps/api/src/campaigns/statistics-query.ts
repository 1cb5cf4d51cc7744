import { Injectable } from '@nestjs/common';
import { notAllowed, seesAll, seesSubtree, type CampaignBodies, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { StatisticsQuery as Asked } from '#libs/contracts/http/index.js';
import { count, localDateOf, NO_STATISTICS, type Statistics, type UnitTree } from '#libs/domain';
import { organisationOn, Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';

const READ = {
  ...{ _id: 0, kind: 1, state: 1, submittedAt: 1, onTime: 1, nil: 1, returns: 1, 'deadlines.dueAt': 1 },
  ...{ subject: 1, ancestors: 1, answeringUnit: 1, answeringPost: 1 },
} as const;

/** How a campaign was reported, by subtree and by post; every figure is counted from the obligations. */
@Injectable()
export class StatisticsQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** The whole of a unit's subtree, the subtrees right below it, kinds of unit, and the posts of these units. */
  async of(reader: Reader, campaign: { _id: string; bodies: CampaignBodies }, { unit, step }: Asked): Promise<object> {
    const now = await this.clock.now();
    const { tree } = await organisationOn(this.store, localDateOf(now));
    const top = unit ?? this.widest(reader, campaign.bodies);
    if (!this.maySee(reader, top, campaign.bodies, tree))
      throw ProblemError.refused(403, notAllowed(reader as never, 'read'));
    const inside = top === null ? {} : { $or: [{ subject: top }, { ancestors: top }] };
    const filter = { campaign: campaign._id, ...(step && { step }), ...inside };
    const total = new Group();
    const units = new Groups();
    const posts = new Groups();
    const kinds = new Groups();
    for await (const o of this.store.obligations.find(filter as never, { projection: READ })) {
      const one = o as unknown as ObligationDoc;
      total.add(one, now);
      const branch = branchOf(one, top ?? campaign.bodies.launchingUnit);
      units.of(branch).add(one, now);
      kinds.of(tree.unit(one.subject)?.kind ?? '–').add(one, now);
      if (branch === one.subject) posts.of(one.answeringPost ?? `${one.answeringUnit}:focal`).add(one, now);
    }
    const names = await this.names.units([...units.keys]);
    return {
      campaign: campaign._id,
      unit: top,
      step: step ?? null,
      now,
      total: total.so,
      units: units.list((id, so) => ({
        unit: id,
        unitName: names.get(id) ?? id,
        kind: tree.unit(id)?.kind ?? null,
        ...so,
      })),
      kinds: kinds.list((kind, so) => ({ kind, ...so })),
      posts: posts.list((post, so) => ({ post, ...so })),
    };
  }

  /** The bodies of the campaign see all of it, others their own subtree. */
  private widest(reader: Reader, bodies: CampaignBodies): string | null {
    return reader === 'everyone' || seesAll(reader, bodies) ? null : reader.unit;
  }

  private maySee(reader: Reader, unit: string | null, bodies: CampaignBodies, tree: UnitTree): boolean {
    if (reader === 'everyone' || seesAll(reader, bodies)) return true;
    return unit !== null && seesSubtree(reader, unit, tree.ancestorsOf(unit));
  }
}

/** The unit right below the top in whose subtree the obligation stands, or the top itself; beside the top its highest unit. */
function branchOf({ subject, ancestors }: ObligationDoc, top: string): string {
  const line = [subject, ...ancestors];
  const at = line.indexOf(top);
  return line[at < 0 ? line.length - 1 : Math.max(0, at - 1)]!;
}

class Group {
  so: Statistics = NO_STATISTICS;

  add(o: ObligationDoc, now: Date): void {
    this.so = count(this.so, o, now);
  }
}

class Groups {
  private readonly groups = new Map<string, Group>();

  get keys(): Iterable<string> {
    return this.groups.keys();
  }

  of(key: string): Group {
    const group = this.groups.get(key) ?? new Group();
    this.groups.set(key, group);
    return group;
  }

  /** Only those of which something is expected. */
  list<V>(view: (key: string, so: Statistics) => V): V[] {
    return [...this.groups]
      .filter(([, { so }]) => so.expected > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { so }]) => view(key, so));
  }
}
