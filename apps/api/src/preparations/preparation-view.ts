import type { GateView, PreparationLine, PreparationView } from '#libs/contracts/http/index.js';
import { say, type Language } from '#libs/domain';
import { fieldsOf, gatherAnswers, questionsOf, type Gate } from '#libs/domain/preparation/index.js';
import type { PreparationDoc } from '#libs/store';

/** One preparation in a list. */
export function preparationLine(document: PreparationDoc, language: Language): PreparationLine {
  const { _id, state, source, owner, launchingUnit, standingBody, campaign, by, at, revision } = document;
  const { code, head } = gatherAnswers(document).answers;
  return {
    id: _id,
    state,
    stateText: say(`state.${state}`, {}, language),
    source,
    name: head?.name ?? document.reading?.campaign_name ?? null,
    code: code ?? null,
    owner,
    launchingUnit,
    standingBody,
    campaign,
    by,
    at: at.toISOString(),
    revision,
  };
}

/** Everything an officer needs to go on: what was read, said and confirmed, and what the gate still asks. */
export function preparationView(document: PreparationDoc, gate: Gate, language: Language): PreparationView {
  const { text, answers, waivers, parent, reading } = document;
  return {
    ...preparationLine(document, language),
    text,
    answers: { ...answers },
    fields: fieldsOf(document),
    questions: questionsOf(document).map(({ id, thing }) => ({
      id,
      kind: thing.kind,
      text: thing.text,
      evidence: thing.evidence,
      line: null,
    })),
    defects: (reading?.defects ?? []).map(({ kind, proposal, evidence, line }) => ({
      id: `${kind}@${line}`,
      kind,
      text: proposal,
      evidence,
      line,
    })),
    waivers,
    parent,
    gate: gateView(document, gate),
  };
}

export const gateView = ({ _id, revision }: PreparationDoc, { items, clean, plan, dates }: Gate): GateView => ({
  preparation: _id,
  revision,
  clean,
  composes: plan !== null,
  items,
  dates,
});
