import {
  factSheet,
  LATE_LIST_ROWS,
  lateAfter,
  lateList,
  localDateOf,
  refuse,
  say,
  urgingLetter,
  type DocumentNumber,
  type LetterContent,
  type LocalDate,
  type Refusal,
  type Signature,
} from '#libs/domain';
import { organisationOn, type CampaignDoc, type ObligationDoc, type OrganisationOfDay, type Store } from '#libs/store';
import { decisionsOf, remindersOf } from './history-of.js';
import { headSignature, issuerOf } from './issuing-office.js';
import { findLate, lateOn, lateWork, type Filter } from './late-works.js';

/** Pieces of work that one letter names; more are urged unit by unit. */
export const URGED_AT_ONCE = 200;

/** What a person decides about a letter; what is left open is taken from the records, or left to the hand. */
export interface UrgingWish {
  /** Issuing unit. */
  unit: string;
  campaign: string;
  /** Chosen among what is late; null for all of it. */
  obligations: string[] | null;
  number: DocumentNumber;
  day: LocalDate | null;
  byDay: LocalDate | null;
  place?: string | undefined;
  signature?: Signature | undefined;
}

/** Where an office's documents are written from the records. Reads only. */
export class OfficeDesk {
  constructor(private readonly store: Store) {}

  /** One page on one obligation. @returns null where there is no such obligation */
  async factSheet(id: string, asOf: Date): Promise<LetterContent | null> {
    const { store } = this;
    const owed = (await store.obligations.findOne({ _id: id })) as unknown as ObligationDoc | null;
    if (!owed) return null;
    const [{ plan }, organisation] = await Promise.all([this.campaign(owed.campaign), this.organisation(asOf)]);
    const [reminders, decisions] = await Promise.all([
      remindersOf(store, id, organisation),
      decisionsOf(store, owed, organisation),
    ]);
    const nameOf = (unit: string): string => organisation.tree.unit(unit)?.name ?? unit;
    const { clock, deadlines, state, submittedAt, onTime, title } = owed;
    return factSheet({
      id: `phieu.${id}.${stamp(asOf)}`,
      issuer: issuerOf(organisation, owed.receiver),
      asOf,
      campaign: plan.name,
      title,
      unit: nameOf(owed.subject),
      receiver: nameOf(owed.receiver),
      state,
      originalDueAt: deadlines[0]!.dueAt,
      // the reviewer's clock says nothing of the unit that owes
      dueAt: clock.phase === 'review' ? deadlines.at(-1)!.dueAt : clock.dueAt,
      submittedAt,
      onTime,
      late: ['open', 'returned'].includes(state) && lateAfter(clock) < asOf,
      reminders,
      ...decisions,
    });
  }

  /** The late units of a campaign. @param only what the reader may see of it */
  async lateList(campaign: string, asOf: Date, only: Filter = {}): Promise<LetterContent> {
    const filter = { $and: [only, lateOn(campaign, asOf)] };
    const [{ plan }, organisation, late, total] = await Promise.all([
      this.campaign(campaign),
      this.organisation(asOf),
      findLate(this.store, filter, LATE_LIST_ROWS),
      this.store.obligations.countDocuments(filter as never),
    ]);
    const unit = plan.standingBody;
    return lateList({
      id: `danh-sach.${campaign}.${stamp(asOf)}`,
      issuer: issuerOf(organisation, unit),
      signature: await headSignature(this.store, organisation, unit),
      recipients: reportTo(organisation, plan.launchingUnit, unit),
      asOf,
      campaign: plan.name,
      works: late.map(lateWork(organisation)),
      total,
    });
  }

  /** A letter to who is late. Refused where nobody may be urged, nothing chosen is late, or too much for one letter. */
  async urgingLetter(id: string, wish: UrgingWish, asOf: Date, only: Filter = {}): Promise<LetterContent | Refusal> {
    const { plan, state, suspended } = await this.campaign(wish.campaign);
    if (state === 'cancelled') return refuse('campaign-cancelled');
    if (suspended) return refuse('letter-suspended');
    const chosen = wish.obligations === null ? {} : { _id: { $in: wish.obligations } };
    const filter = { $and: [only, chosen, lateOn(wish.campaign, asOf)] };
    const late = await findLate(this.store, filter, URGED_AT_ONCE + 1);
    if (late.length === 0) return refuse('letter-nothing-late');
    if (late.length > URGED_AT_ONCE) {
      const count = await this.store.obligations.countDocuments(filter);
      return refuse('letter-too-many', { limit: URGED_AT_ONCE, count });
    }
    const organisation = await this.organisation(asOf);
    const issuer = issuerOf(organisation, wish.unit);
    const receivers = await this.store.obligations.distinct('receiver', { _id: { $in: late.map(({ _id }) => _id) } });
    return urgingLetter({
      id,
      issuer: { ...issuer, place: wish.place ?? issuer.place },
      signature: wish.signature ?? (await headSignature(this.store, organisation, wish.unit)),
      recipients: [say('letter.as-above'), ...reportTo(organisation, plan.launchingUnit, wish.unit)],
      asOf,
      day: wish.day,
      number: wish.number,
      campaign: plan.name,
      plan: { number: plan.number, day: plan.issueDate, issuer: plan.issuer },
      receiver: receivers.map((unit) => organisation.tree.unit(unit)?.name ?? unit).join(', '),
      works: late.map(lateWork(organisation)),
      byDay: wish.byDay,
    });
  }

  private async campaign(id: string): Promise<CampaignDoc> {
    return (await this.store.campaigns.findOne(
      { _id: id },
      { projection: { plan: 1, state: 1, suspended: 1 } },
    )) as unknown as CampaignDoc;
  }

  private organisation(asOf: Date): Promise<OrganisationOfDay> {
    return organisationOn(this.store, localDateOf(asOf));
  }
}

/** The launching body gets a copy, unless it writes itself. */
const reportTo = ({ tree }: OrganisationOfDay, launching: string, issuing: string): string[] =>
  launching === issuing ? [] : [say('letter.to-report', { name: tree.unit(launching)?.name ?? launching })];

/** `20230925T010000Z`: names of documents made on the fly carry the instant they speak of. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
