import type { GateView, PreparationLine, PreparationView } from '#libs/contracts/http/index.js';
import type { Reader } from '#libs/access';
import { say, type Language } from '#libs/domain';
import { retold } from '#libs/domain/plan-reader/index.js';
import {
  defectsOf,
  fieldsOf,
  fieldText,
  gatherAnswers,
  mayWaive,
  questionsOf,
  type Gate,
  type GateItem,
  type NameOf,
  type Waiver,
} from '#libs/domain/preparation/index.js';
import type { PreparationDoc } from '#libs/store';

/** For whom it is told: in which language, with whose names. */
interface Telling {
  nameOf: NameOf;
  language: Language;
}

const signed = <T extends { by: string }>(one: T, nameOf: NameOf): T & { byTitle: string } => ({
  ...one,
  byTitle: nameOf(one.by),
});

const waiverView = ({ withdrawn, ...waiver }: Waiver, nameOf: NameOf) => ({
  ...signed(waiver, nameOf),
  withdrawn: withdrawn && signed(withdrawn, nameOf),
});

/** One preparation in a list. */
export function preparationLine(document: PreparationDoc, { nameOf, language }: Telling): PreparationLine {
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
    byTitle: nameOf(by),
    at: at.toISOString(),
    revision,
  };
}

/** Everything an officer needs to go on: what was read, said and confirmed, and what the gate still asks. */
export function preparationView(
  document: PreparationDoc,
  gate: Gate,
  telling: Telling,
  reader: Reader,
): PreparationView {
  const { nameOf, language } = telling;
  const { text, answers, waivers, parent } = document;
  return {
    ...preparationLine(document, telling),
    text,
    answers: { ...answers },
    fields: fieldsOf(document).map(({ confirmed, ...field }) => ({
      ...field,
      text: fieldText(field.field, field.value, telling),
      confirmed: confirmed && signed(confirmed, nameOf),
    })),
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
    waivers: waivers.map((waiver) => waiverView(waiver, nameOf)),
    parent,
    gate: gateView(document, gate, nameOf, reader),
  };
}

export function gateView(
  document: PreparationDoc,
  { items, clean, plan, dates }: Gate,
  nameOf: NameOf,
  reader: Reader,
): GateView {
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
    items: items.map((item) => ({
      ...item,
      yours: yours(item),
      waiver: item.waiver && waiverView(item.waiver, nameOf),
    })),
    dates,
  };
}
