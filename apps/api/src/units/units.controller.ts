import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Store, type UnitDoc } from '#libs/store';
import { Judged, May } from '../access/policy.decorator.js';

@ApiTags('units')
@Controller('units/:id')
export class UnitsController {
  constructor(private readonly store: Store) {}

  /** A unit with its posts and the units above it today, nearest first. */
  @Get()
  @May('read', 'unit')
  async one(@Judged() judged: unknown) {
    const { _id, ...unit } = judged as UnitDoc & { above: string[] };
    const posts = await this.store.posts.find({ unit: _id }, { projection: { role: 1, title: 1 } }).toArray();
    return { id: _id, ...unit, posts: posts.map(({ _id: id, role, title }) => ({ id, role, title })) };
  }
}
