import type { Store } from '#libs/store';
import { isAdministrator, type Reader } from './actor.js';

type Filter = Record<string, unknown>;

/**
 * The same rule as `may(…, 'read', …)`, as a filter for lists.
 * @param led campaigns that the reader's unit launched or looks after
 */
export function readableObligations(reader: Reader, led: string[]): Filter {
  if (reader === 'everyone' || isAdministrator(reader)) return {};
  const { unit, post } = reader;
  const had = { 'difficulty.owners.unit': unit };
  const near = { $or: [{ subject: unit }, { answeringUnit: unit }, { receiver: unit }, { ancestors: unit }, had] };
  return { $or: [{ answeringPost: { $exists: false }, ...near }, { answeringPost: post }, { campaign: { $in: led } }] };
}

/** Campaigns of units above the reader's, of its own, and those it looks after. */
export function readableCampaigns(reader: Reader): Filter {
  if (reader === 'everyone' || isAdministrator(reader)) return {};
  const { unit, above } = reader;
  return { $or: [{ 'plan.launchingUnit': { $in: [unit, ...above] } }, { 'plan.standingBody': unit }] };
}

/** Codes of the campaigns that the reader's unit launched or looks after. */
export async function ledCampaigns(store: Store, reader: Reader): Promise<string[]> {
  if (reader === 'everyone' || isAdministrator(reader)) return [];
  const filter = { $or: [{ 'plan.launchingUnit': reader.unit }, { 'plan.standingBody': reader.unit }] };
  return await store.campaigns.distinct('_id', filter as never);
}

/** Preparations of the reader's unit: as launching or standing body, or begun by it before those were known. */
export function readablePreparations(reader: Reader): Filter {
  if (reader === 'everyone' || isAdministrator(reader)) return {};
  const { unit } = reader;
  return {
    $or: [{ launchingUnit: unit }, { standingBody: unit }, { launchingUnit: null, standingBody: null, owner: unit }],
  };
}
