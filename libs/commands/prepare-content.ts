import { hasForm, refuse, type Refusal } from '#libs/domain';
import { boundEvidence } from '#libs/evidence';
import { formFor, judgeReport, keepForm } from '#libs/forms';
import type { ObligationDoc, SessionDoc, Store, SubmissionContent } from '#libs/store';
import { decisionRefused, proposalRefused } from './check-award.js';
import { checkRegistration } from './check-registration.js';
import { scoresRefused } from './check-scores.js';
import { computeRanking } from './compute-ranking.js';
import { consolidatedContent } from './consolidated-content.js';
import { reportRefused } from './report-refused.js';

/**
 * What the engine itself puts into a submission (a consolidated report, a ranking), and what it refuses before anything is kept:
 * missing figures, points nobody could rank, a vote out of order, a proposal or decision that breaks a rule.
 */
export async function prepareContent(
  store: Store,
  o: ObligationDoc,
  given: SubmissionContent,
  at: Date,
): Promise<SubmissionContent | Refusal> {
  switch (o.kind) {
    case 'ranking':
      return { ...given, ranking: await computeRanking(store, o.campaign) };
    case 'covenant':
      return o.covenant === undefined ? given : refuse('covenant-signed-together', { covenant: o.covenant });
    case 'registration':
      return checkRegistration(store, o, given, at);
    case 'vote':
      return checkVote(store, o, given);
    case 'proposal':
      return (await proposalRefused(store, o, given)) ?? given;
    case 'decision':
      return (await decisionRefused(store, o, given)) ?? withEvidence(store, o, given, at);
    case 'self_score':
    case 'verification':
      return (await scoresRefused(store, o, given)) ?? withEvidence(store, o, given, at);
    default:
      return withEvidence(store, o, given, at);
  }
}

/** What is bound is named by whatever is handed in, so that it cannot change afterwards. */
async function withEvidence(
  store: Store,
  o: ObligationDoc,
  given: SubmissionContent,
  at: Date,
): Promise<SubmissionContent | Refusal> {
  const { evidence, faults } = await boundEvidence(store, o._id);
  if (faults.length) return reportRefused(faults);
  return reported(store, o, evidence ? { ...given, evidence } : given, at);
}

/** Own figures must all be there (null says "not known"); what comes from below is added by the engine. */
async function reported(
  store: Store,
  o: ObligationDoc,
  content: SubmissionContent,
  at: Date,
): Promise<SubmissionContent | Refusal> {
  if (!hasForm(o)) return content;
  const given = new Set(content.figures?.map(({ target }) => target));
  const missing = content.nil ? [] : o.targets.filter((target) => !given.has(target));
  if (missing.length) return refuse('figures-missing', { targets: missing.join(', ') });
  const form = (await formFor(store, o))!;
  const faults = await judgeReport(store, form, o, content, at);
  if (faults.length) return reportRefused(faults);
  await keepForm(store, form);
  const filled = { ...content, form: form.hash };
  return o.consolidates && !content.nil ? consolidatedContent(store, o, filled, at) : filled;
}

/** Before the session only a written opinion is taken, after the count nothing. */
async function checkVote(
  store: Store,
  o: ObligationDoc,
  content: SubmissionContent,
): Promise<SubmissionContent | Refusal> {
  const session = (await store.sessions.findOne({
    campaign: o.campaign,
    step: o.step,
  } as never)) as unknown as SessionDoc;
  if (session.state === 'called' && content.written !== true) return refuse('session-not-open');
  if (session.state === 'counted' || session.state === 'recorded') return refuse('session-counted');
  const votes = (content.votes ?? []) as { item: string }[];
  const stranger = votes.find(({ item }) => !session.items.includes(item));
  if (stranger) return refuse('not-on-the-list', { item: stranger.item });
  const twice = votes.find(({ item }, n) => votes.findIndex((vote) => vote.item === item) !== n);
  return twice ? refuse('double-vote', { member: o.answeringPost ?? o.subject, item: twice.item }) : content;
}
