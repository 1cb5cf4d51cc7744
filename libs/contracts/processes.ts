/** What workflows and activities say to each other: ids, versions and small facts, plain JSON only. */

/** One thing a process has to do now. `summary` is what people read in the engine's own history. */
export interface ProcessAct {
  id: string;
  kind: string;
  summary: string;
  /** Local facts the act needs, ids and instants as ISO strings. */
  args: Record<string, string | number | boolean | string[]>;
}

/**
 * Answer to "what is due?". With acts: perform them and ask again. Without: the record says that the process sleeps;
 * `sleepMs` null means until a nudge. `finished`: nothing will ever be due here unless somebody nudges.
 */
export interface Examination {
  acts: ProcessAct[];
  finished: boolean;
  sleepMs: number | null;
}

export interface ProcessInput {
  /** Id of the record this process is the cursor of. */
  id: string;
}

/** Activities every process is made of; one pair per process type. */
export interface CampaignActivityApi {
  examineCampaign(id: string): Promise<Examination>;
  performCampaignAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null>;
}
export interface CohortActivityApi {
  examineCohort(id: string): Promise<Examination>;
  performCohortAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null>;
}
export interface SessionActivityApi {
  examineSession(id: string): Promise<Examination>;
  performSessionAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null>;
}
export interface DispatchActivityApi {
  examineDispatch(id: string): Promise<Examination>;
  performDispatchAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null>;
}
