import { Injectable } from '@nestjs/common';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { dayNumber, localDateOf } from '#libs/domain';
import { organisationOn, Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';

/** Units on the sheet. */
const NAMED = 8;
const CALLED = ['focal', 'head'];

interface Group {
  _id: string;
  works: number;
  since: Date;
}
type Contact = LeaderView['late'][number]['contacts'][number];

/** Who is late with most, the longest first among them, and whom to ring up. */
@Injectable()
export class LateUnits {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  async of(campaign: string, now: Date): Promise<{ late: LeaderView['late']; units: number }> {
    const match = {
      ...{ campaign, state: { $in: ['open', 'returned'] }, 'clock.dueAt': { $lt: now } },
      'clock.graceUntil': { $not: { $gte: now } },
    };
    const group = { _id: '$answeringUnit', works: { $sum: 1 }, since: { $min: '$clock.dueAt' } };
    const found = (await this.store.obligations
      .aggregate([{ $match: match }, { $group: group }])
      .toArray()) as unknown as Group[];
    const worst = found
      .sort((a, b) => b.works - a.works || a.since.getTime() - b.since.getTime() || (a._id < b._id ? -1 : 1))
      .slice(0, NAMED);
    const ids = worst.map(({ _id }) => _id);
    const [units, oldest, contacts] = await Promise.all([
      this.names.units(ids),
      this.oldest({ ...match, answeringUnit: { $in: ids } }),
      this.contacts(ids, localDateOf(now)),
    ]);
    const late = worst.flatMap(({ _id: unit, works, since }): LeaderView['late'] => {
      const one = oldest.get(unit);
      if (!one) return []; // handed in between the two questions
      return [
        {
          ...{ unit, unitName: units.get(unit) ?? unit, works, title: one.title, obligation: one._id },
          daysLate: Math.max(1, dayNumber(localDateOf(now)) - dayNumber(localDateOf(since))),
          declaredDay: one.clock.delay?.lastDay ?? null,
          contacts: contacts.get(unit) ?? [],
        },
      ];
    });
    return { late, units: found.length };
  }

  /** The work of each unit that is late for the longest time. */
  private async oldest(filter: object): Promise<Map<string, ObligationDoc>> {
    const projection = { answeringUnit: 1, title: 1, 'clock.dueAt': 1, 'clock.delay': 1 };
    const found = (await this.store.obligations
      .find(filter as never, { projection })
      .sort({ 'clock.dueAt': -1, _id: -1 })
      .toArray()) as unknown as ObligationDoc[];
    return new Map(found.map((one) => [one.answeringUnit, one])); // the last one set is the oldest
  }

  private async contacts(units: string[], day: string): Promise<Map<string, Contact[]>> {
    const [organisation, posts] = await Promise.all([
      organisationOn(this.store, day),
      this.store.posts
        .find({ unit: { $in: units }, role: { $in: CALLED } } as never)
        .sort({ role: 1 })
        .toArray(),
    ]);
    const holders = new Map(posts.map(({ _id }) => [_id, organisation.holderOf(_id)]));
    const persons = await this.store.persons
      .find(
        { _id: { $in: [...holders.values()].flatMap((person) => person ?? []) } },
        { projection: { name: 1, phone: 1 } },
      )
      .toArray();
    const personOf = new Map(persons.map((person) => [person._id, person]));
    const contacts = new Map<string, Contact[]>();
    for (const { _id, unit, title } of posts) {
      const person = personOf.get(holders.get(_id) ?? '');
      if (!person && contacts.has(unit)) continue; // a vacant post is told only where nobody else is there
      const contact = { title, name: person?.name ?? null, phone: person?.phone ?? null };
      contacts.set(unit, [...(contacts.get(unit) ?? []), contact]);
    }
    return contacts;
  }
}
