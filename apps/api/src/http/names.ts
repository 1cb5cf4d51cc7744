import { Injectable } from '@nestjs/common';
import { Store } from '#libs/store';

/** Names of what ids stand for, for one page at a time. */
@Injectable()
export class Names {
  constructor(private readonly store: Store) {}

  async units(ids: string[]): Promise<Map<string, string>> {
    const found = await this.store.units
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { name: 1 } })
      .toArray();
    return new Map(found.map(({ _id, name }) => [_id, name]));
  }

  async campaigns(ids: string[]): Promise<Map<string, string>> {
    const found = (await this.store.campaigns
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { 'plan.name': 1 } })
      .toArray()) as unknown as { _id: string; plan: { name: string } }[];
    return new Map(found.map(({ _id, plan }) => [_id, plan.name]));
  }

  async posts(ids: string[]): Promise<Map<string, string>> {
    const found = await this.store.posts
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { title: 1 } })
      .toArray();
    return new Map(found.map(({ _id, title }) => [_id, title]));
  }

  async persons(ids: string[]): Promise<Map<string, string>> {
    const found = await this.store.persons
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { name: 1 } })
      .toArray();
    return new Map(found.map(({ _id, name }) => [_id, name]));
  }

  /** Persons' words by the id of their note; erased ones are missing. */
  async notes(ids: string[]): Promise<Map<string, string>> {
    const found = await this.store.notes
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { text: 1 } })
      .toArray();
    return new Map(found.map(({ _id, text }) => [_id, text]));
  }
}
