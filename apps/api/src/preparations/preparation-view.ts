import type { GateView, PreparationLine, PreparationView } from '#libs/contracts/http/index.js';
import type { Reader } from '#libs/access';
import { say, type Language } from '#libs/domain';
import { retold } from '#libs/domain/plan-reader/index.js';
import {
  defectsOf,
  fieldsOf,
  gatherAnswers,
  mayWaive,
  questionsOf,
  type Gate,
  type GateItem,
} from '#libs/domain/preparation/index.js';
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
export function preparationView(
  document: PreparationDoc,
  gate: Gate,
  language: Language,
  reader: Reader,
): PreparationView {
  const { text, answers, waivers, parent } = document;
  return {
    ...preparationLine(document, language),
    text,
    answers: { ...answers },
    fields: fieldsOf(document),
    questions: questionsOf(document).map(({ id, thing }) => ({
      id,
      kind: thing.kind,
      text: retold(thing.said, thing.text, language),
      evidence: thing.evidence,
      line: null,
      offset: thing.offset,
    })),
    defects: defectsOf(document).map(({ id, thing: { kind, proposal, said, evidence, line, offset } }) => ({
      id,
      kind,
      text: retold(said, proposal, language),
      evidence,
      line,
      offset,
    })),
    waivers,
    parent,
    gate: gateView(document, gate, reader),
  };
}

export function gateView(document: PreparationDoc, { items, clean, plan, dates }: Gate, reader: Reader): GateView {
  const { bodies = {} } = gatherAnswers(document).answers;
  const yours = ({ waivableBy, waiver }: GateItem): boolean =>
    reader !== 'everyone' &&
    waivableBy !== null &&
    (mayWaive(waivableBy, reader, bodies) || waiver?.by === reader.post);
  return {
    preparation: document._id,
    revision: document.revision,
    clean,
    composes: plan !== null,
    items: items.map((item) => ({ ...item, yours: yours(item) })),
    dates,
  };
}
