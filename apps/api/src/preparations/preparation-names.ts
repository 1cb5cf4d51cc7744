import { Injectable } from '@nestjs/common';
import { gatherAnswers, type NameOf } from '#libs/domain/preparation/index.js';
import type { PreparationDoc } from '#libs/store';
import { Names } from '../http/names.js';

/** Who began, answered, confirmed and waived in preparations, and what their answers name: units by name, posts by title. */
@Injectable()
export class PreparationNames {
  constructor(private readonly names: Names) {}

  async of(documents: readonly PreparationDoc[]): Promise<NameOf> {
    const ids = documents.flatMap(idsIn);
    const [units, posts] = await Promise.all([this.names.units(ids), this.names.posts(ids)]);
    return (id) => posts.get(id) ?? units.get(id) ?? id;
  }
}

/** Of a line of a list, which is read without its confirmations, only those it shows. */
function idsIn(document: PreparationDoc): string[] {
  const { bodies = {}, targets = [] } = gatherAnswers(document).answers;
  const laidOut = document.copied?.laidOut?.targets ?? [];
  return [
    document.by,
    ...Object.values(bodies),
    ...[...targets, ...laidOut].flatMap(({ responsible, units }) => [responsible ?? [], units?.units ?? []].flat()),
    ...(document.waivers ?? []).flatMap(({ by, withdrawn }) => [by, ...(withdrawn ? [withdrawn.by] : [])]),
    ...(document.confirmations ?? []).map(({ by }) => by),
  ];
}
