import { Inject, Injectable } from '@nestjs/common';
import { failpoint } from '#libs/config/failpoints.js';
import { cohortId, obligationId, roundId } from '#libs/contracts';
import { clockKey, covenantsOf, layOut, type LayOutInput, type Obligation, type RoundSeed } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import {
  covenantDoc,
  insertMissing,
  newProcess,
  newRecord,
  rowOf,
  Store,
  type ObligationDoc,
  type RoundDoc,
} from '#libs/store';
import { Engine } from '#libs/temporal';
import { computed } from '../campaign/stuck-step.js';
import { cutCohorts } from './cut-cohorts.js';

export const COHORT_SIZE = Symbol('COHORT_SIZE');

/** Writes rounds, obligations, sheet rows and cohorts of a step. Laying out is deterministic, so all of it may be repeated. */
@Injectable()
export class RoundWriter {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    @Inject(COHORT_SIZE) private readonly cohortSize: number,
  ) {}

  /** @returns number of obligations of the step  @throws CannotLayOut before anything is written */
  async write(input: Omit<LayOutInput, 'rules' | 'ids'>): Promise<number> {
    const ids = { obligation: obligationId, round: roundId };
    const { rounds, obligations } = computed(() => layOut({ ...input, rules: ruleBook, ids }));
    const cohortOf = cutCohorts(rounds, this.cohortSize, (level, n) =>
      cohortId(input.plan.code, input.step.id, level, n),
    );
    await insertMissing(
      this.store.rounds,
      rounds.map((round) => roundDoc(round, cohortOf.get(round._id)!)),
    );
    const documents = obligations.map((obligation) => obligationDoc(obligation, cohortOf.get(obligation.round)!));
    for (let from = 0; from < documents.length; from += 1000) {
      const page = documents.slice(from, from + 1000);
      await insertMissing(this.store.obligations, page);
      await insertMissing(
        this.store.rows,
        page.map((document) => rowOf(document)),
      );
      failpoint('launch.batch');
    }
    const covenants = covenantsOf(obligations).map(covenantDoc);
    if (covenants.length) await insertMissing(this.store.covenants, covenants);
    const cohorts = [...new Map(rounds.map((round) => [cohortOf.get(round._id)!, round.level]))];
    await insertMissing(
      this.store.processes,
      cohorts.map(([_id, level]) =>
        newProcess({ _id, type: 'cohortWorkflow', campaign: input.plan.code, step: input.step.id, level }),
      ),
    );
    failpoint('launch.rows');
    await this.engine.nudgeAll(cohorts.map(([id]) => id));
    return obligations.length;
  }
}

function roundDoc(round: RoundSeed, cohort: string): RoundDoc {
  return { ...newRecord(round._id, round.campaign), ...round, cohort, state: 'laid_out', intents: [] };
}

function obligationDoc(obligation: Omit<Obligation, 'cohort'>, cohort: string): ObligationDoc {
  return {
    ...newRecord(obligation._id, obligation.campaign),
    ...obligation,
    cohort,
    clockKey: clockKey(obligation.clock),
    settled: false,
    lastAct: null,
    overdueNotedAt: null,
  };
}
