import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import {
  difficultiesQuery,
  difficultyListView,
  difficultyOneView,
  type DifficultiesQuery,
} from '#libs/contracts/http/index.js';
import type { ObligationDoc } from '#libs/store';
import { Judged, May, Policy, Who } from '../access/policy.decorator.js';
import { DifficultyQuery } from './difficulty-query.js';

/** Difficulties (khó khăn, vướng mắc) that reports raised, who owes the answer, and what it was. */
@ApiTags('difficulties')
@Controller()
export class DifficultiesController {
  constructor(private readonly query: DifficultyQuery) {}

  @Get('difficulties')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: difficultyListView })
  list(@Who() reader: Reader, @Query({ schema: difficultiesQuery }) asked: DifficultiesQuery) {
    return this.query.list(reader, asked);
  }

  /** Those that one report raised, in whatever attempt. */
  @Get('obligations/:id/difficulties')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: difficultyListView })
  ofReport(@Judged() report: unknown) {
    return this.query.ofReport(report as ObligationDoc);
  }

  /** One, with what its reader may do about it. */
  @Get('obligations/:id/difficulty')
  @May('read', 'obligation')
  @ApiOkResponse({ standardSchema: difficultyOneView })
  one(@Who() reader: Reader, @Judged() owed: unknown) {
    return this.query.one(reader, owed as ObligationDoc);
  }
}
