import { Injectable } from '@nestjs/common';
import { seesContent, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { PaperKind, PaperView } from '#libs/contracts/http/index.js';
import { localDateOf, openParts, refuse } from '#libs/domain';
import { planOf, Store, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';
import { askedOfDecision, askedOfProposal } from './award-papers.js';
import { askedOfMinutes, askedOfVote } from './council-papers.js';
import { askedOfCovenant } from './covenant-paper.js';
import type { Asked, PaperSources } from './paper-sources.js';
import { askedOfRanking, askedOfSelfScore, askedOfVerification } from './score-papers.js';

const nothing = () => Promise.resolve({});

const ASKED: { [K in PaperKind]: (sources: PaperSources) => Promise<Asked<K>> } = {
  own_plan: nothing,
  event: nothing,
  covenant: askedOfCovenant,
  self_score: askedOfSelfScore,
  verification: askedOfVerification,
  ranking: askedOfRanking,
  vote: askedOfVote,
  minutes: askedOfMinutes,
  proposal: askedOfProposal,
  decision: askedOfDecision,
};

const isPaper = (kind: string): kind is PaperKind => Object.hasOwn(ASKED, kind);

/** Everything that stands beside the fields of a paper, so that a form computes nothing the server knows. */
@Injectable()
export class PaperQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** @throws ProblemError 404 for reports, registrations and answers, which have forms of their own, and for what is signed together */
  async of(reader: Reader, owed: ObligationDoc): Promise<PaperView> {
    const { kind } = owed;
    if (!isPaper(kind) || owed.covenant !== undefined) throw ProblemError.refused(404, refuse('no-form'));
    const [plan, now, standing] = await Promise.all([
      planOf(this.store, owed.campaign),
      this.clock.now(),
      owed.submission === null || !seesContent(reader, owed)
        ? null
        : this.store.submissions.findOne({ _id: owed.submission }),
    ]);
    const { campaign } = owed;
    const sources = { store: this.store, names: this.names, owed, campaign, plan, today: localDateOf(now) };
    const asked = await ASKED[kind](sources);
    const open = owed.state === 'returned' ? openParts(owed) : null;
    return { kind, obligation: owed._id, open, ...asked, given: standing?.content ?? null } as PaperView;
  }
}
