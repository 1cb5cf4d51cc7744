import type { CampaignPlan } from '#libs/domain';
import type { PreparedGround, Preparation } from '#libs/domain/preparation/index.js';
import type { Recorded } from './documents.js';

/** The way from a text to a campaign; its outbox stays empty, the campaign keeps what came of it. */
export interface PreparationDoc extends Recorded, Preparation {
  /** Unit whose officers work on it until the bodies are answered. */
  owner: string;
  launchingUnit: string | null;
  standingBody: string | null;
  /** `sealed`: the gate let it pass and the campaign is being made; the next launch goes on with it. */
  state: 'open' | 'sealed' | 'launched' | 'discarded';
  /** Normalised text in which the evidence of the reading counts; null for a copy. */
  text: string | null;
  /** Hash of what it was made from, for a repetition of the same wish. */
  madeFrom: string;
  by: string;
  at: Date;
  /** Plan and ground as the gate let them pass. */
  plan: CampaignPlan | null;
  ground: PreparedGround | null;
  campaign: string | null;
  /** Why it was discarded. */
  reason: string | null;
}
