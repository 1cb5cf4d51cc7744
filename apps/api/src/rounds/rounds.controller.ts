import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Reader } from '#libs/access';
import {
  pageQuery,
  provenanceQuery,
  roundsQuery,
  type Page,
  type ProvenanceQuery as ProvenanceAsked,
} from '#libs/contracts/http/index.js';
import { readSnapshot, Store, type RoundDoc } from '#libs/store';
import { Judged, May, Who } from '../access/policy.decorator.js';
import { ProblemError } from '../http/problem-error.js';
import { ProvenanceQuery } from './provenance-query.js';
import { RoundQuery } from './round-query.js';

/** Rounds: what one collecting unit expects in one step, and its sheet. */
@ApiTags('rounds')
@Controller()
export class RoundsController {
  constructor(
    private readonly query: RoundQuery,
    private readonly sources: ProvenanceQuery,
    private readonly store: Store,
  ) {}

  @Get('campaigns/:id/rounds')
  @May('read', 'campaign')
  list(
    @Who() reader: Reader,
    @Param('id') id: string,
    @Query({ schema: roundsQuery }) query: Page & { step?: string },
  ) {
    return this.query.list(reader, id, query);
  }

  @Get('rounds/:id/sheet')
  @May('read', 'round')
  sheet(@Judged() round: unknown, @Query({ schema: pageQuery }) page: Page) {
    return this.query.sheet(round as RoundDoc, page);
  }

  /** From a total to the reports it was made from, what shows them and their histories. */
  @Get('rounds/:id/provenance')
  @May('read', 'round')
  provenance(@Judged() round: unknown, @Query({ schema: provenanceQuery }) query: ProvenanceAsked) {
    return this.sources.ofRound(round as RoundDoc, query);
  }

  /** The sheet as it stood when the round was over, the proof that it can be made again, and what changed since. */
  @Get('rounds/:id/snapshot')
  @May('read', 'round')
  async snapshot(@Param('id') id: string) {
    const snapshot = await readSnapshot(this.store, id);
    if (!snapshot) throw ProblemError.of(404, 'not-found', { data: { id: `${id}/snapshot` } });
    return { round: id, intact: snapshot.madeAgain === snapshot.hash, ...snapshot };
  }
}
