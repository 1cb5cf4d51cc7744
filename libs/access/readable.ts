import type { Store } from '#libs/store';
import type { Reader } from './actor.js';
import { filterOf, type Filter } from './filter.js';

/** @param led campaigns that the reader's unit launched or looks after */
export const readableObligations = (reader: Reader, led: readonly string[]): Filter =>
  filterOf(reader, 'read', 'obligation', { led });

/** Campaigns of units above the reader's, of its own, and those it looks after. */
export const readableCampaigns = (reader: Reader): Filter => filterOf(reader, 'read', 'campaign');

/** Preparations of the reader's unit: as launching or standing body, or begun by it before those were known. */
export const readablePreparations = (reader: Reader): Filter => filterOf(reader, 'read', 'preparation');

/** Codes of the campaigns of which the reader sees everything; null for all. One command, none where it is all. */
export async function surveyedCampaigns(store: Store, reader: Reader): Promise<string[] | null> {
  const filter = filterOf(reader, 'survey', 'campaign');
  if (Object.keys(filter).length === 0) return null;
  return await store.campaigns.distinct('_id', filter as never);
}

/** Codes of the campaigns that the reader's unit launched or looks after; none for who sees all without leading. */
export const ledCampaigns = async (store: Store, reader: Reader): Promise<string[]> =>
  (await surveyedCampaigns(store, reader)) ?? [];
