import { cohortId, obligationId, roundId } from '#libs/contracts';
import {
  aboveOwner,
  ANSWERS_LEVEL,
  ANSWERS_STEP,
  clockKey,
  difficultyLine,
  localDateOf,
  raiseDifficulty,
  saidAgain,
  wordsBefore,
  workplaceOf,
  type DifficultyWords,
  type Raised,
} from '#libs/domain';
import { difficultyRuleOn, ruleBook } from '#libs/rules';
import {
  insertMissing,
  keepNote,
  newProcess,
  newRecord,
  organisationOn,
  planOf,
  recordUnmoved,
  type ObligationDoc,
  type RoundDoc,
  type Store,
  type SubmissionDoc,
} from '#libs/store';
import { derivedFields } from './derived-fields.js';

/**
 * Makes what a submission raises an obligation of its receiver, or says it again on the obligation that is there. Everything follows from
 * the submission, which never changes: it may be cut and done again by anybody, at any time, in any order of attempts.
 */
export async function settleDifficulties(store: Store, submission: string): Promise<void> {
  const handedIn = (await store.submissions.findOne({ _id: submission })) as unknown as SubmissionDoc | null;
  const items = Object.entries(handedIn?.content.difficulties ?? {});
  if (!handedIn || items.length === 0) return;
  const report = (await store.obligations.findOne({ _id: handedIn.obligation })) as unknown as ObligationDoc;
  const place = await placeOf(store, report, handedIn.at);
  for (const [key, text] of items) {
    const words = await wordsOf(store, handedIn, key, text);
    const raised = raiseDifficulty(report, { key, words }, place);
    if (!(await begin(store, raised))) await sayAgain(store, raised.obligation._id, { words, text });
  }
  // last: what looks for work finds it; where it is there already, the relay wakes it with the event
  await insertMissing(store.processes, [{ ...processOf(report.campaign, place.owner.unit), untold: true }]);
}

type RaiseContext = Parameters<typeof raiseDifficulty>[2];

/** The receiver owes the answer; a unit that hands in to itself asks the one above. */
async function placeOf(store: Store, report: ObligationDoc, at: Date): Promise<RaiseContext> {
  const [{ tree }, plan] = await Promise.all([organisationOn(store, localDateOf(at)), planOf(store, report.campaign)]);
  const { receiver, subject } = report;
  const unit = receiver === subject ? aboveOwner(tree, subject) : receiver;
  const above = aboveOwner(tree, unit);
  const worksAt = { owner: workplaceOf(unit, tree, plan.calendar), receiver: workplaceOf(above, tree, plan.calendar) };
  return {
    owner: { unit, above, worksAt },
    raiserName: tree.unit(subject)?.name ?? subject,
    rule: difficultyRuleOn(localDateOf(at)),
    rules: ruleBook,
    ids: { obligation: obligationId, round: roundId },
  };
}

async function wordsOf(
  store: Store,
  { obligation, campaign, attempt, at, by }: SubmissionDoc,
  key: string,
  text: string,
): Promise<DifficultyWords & { attempt: number }> {
  const note = await keepNote(store, campaign, `${obligation}|difficulty|${key}|${attempt}`, text);
  return { note, at, by, attempt };
}

const cohortOf = (campaign: string, owner: string): string =>
  cohortId(campaign, ANSWERS_STEP, `${ANSWERS_LEVEL}-${owner}`, 1);

/** Round first, so that whoever finds the obligation finds where it belongs. @returns false where it is there already */
async function begin(store: Store, { round, obligation, event }: Raised): Promise<boolean> {
  const cohort = cohortOf(obligation.campaign, round.collector);
  const base = newRecord(round._id, round.campaign);
  const roundDoc: RoundDoc = { ...base, ...round, cohort, state: 'open', intents: [] };
  await insertMissing(store.rounds, [roundDoc]);
  const document: ObligationDoc = {
    ...newRecord(obligation._id, obligation.campaign, [event]),
    ...obligation,
    cohort,
    clockKey: clockKey(obligation.clock),
    settled: false,
    lastAct: null,
    overdueNotedAt: null,
  };
  return (await insertMissing(store.obligations, [document])) === 1;
}

interface Again {
  words: DifficultyWords & { attempt: number };
  text: string;
}

/** The same words again change nothing; other words stand on the same item. */
async function sayAgain(store: Store, id: string, { words, text }: Again): Promise<void> {
  for (;;) {
    const o = (await store.obligations.findOne({ _id: id })) as unknown as ObligationDoc;
    const stood = await store.notes.findOne({ _id: wordsBefore(o.difficulty!, words.at).note.id });
    if (stood === null || stood.text === text) return;
    const said = saidAgain(o, words, { rule: difficultyRuleOn(localDateOf(words.at)), rules: ruleBook });
    if (!said) return;
    const set = { ...said.next, ...derivedFields(o, said.next), revision: o.revision + 1 };
    const event = { ...said.event, id: `${id}|said|${words.attempt}` };
    await recordUnmoved(store, 'obligations', new Map([[id, { version: o.version, set, event }]]));
    // somebody wrote in between: it is looked at again, and then these words are heard
  }
}

const processOf = (campaign: string, owner: string) =>
  newProcess({
    ...{ _id: cohortOf(campaign, owner), type: 'cohortWorkflow' as const, campaign },
    ...{ step: ANSWERS_STEP, level: ANSWERS_LEVEL },
  });

/** Items of a report, by the beginning of their ids. */
export const difficultyPrefix = ({ campaign, step, line, subject }: ObligationDoc): string =>
  obligationId(campaign, ANSWERS_STEP, 'answer', subject, difficultyLine({ step, line }, ''));
