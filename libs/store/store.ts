import type { Collection, Connection, mongo } from 'mongoose';
import type { ParentEdge, Person, Post, PostHolder, Unit } from '#libs/domain';
import type { CovenantDoc } from './covenant-document.js';
import type * as account from './account-documents.js';
import type * as doc from './documents.js';
import type * as files from './evidence/evidence-documents.js';
import type { PreparationDoc } from './preparation-document.js';

type Of<T extends { _id: string }> = Collection<T & mongo.Document>;
type Keyed<T extends { id: string }> = Omit<T, 'id'> & { _id: string };

export type UnitDoc = Keyed<Unit>;
export type EdgeDoc = Keyed<ParentEdge>;
export type PostDoc = Keyed<Post>;
export type PersonDoc = Keyed<Person>;
export type HolderDoc = Keyed<PostHolder>;

/** Collections whose documents carry an outbox; the relay reads these. */
export const RECORDED = ['campaigns', 'rounds', 'obligations', 'sessions', 'covenants'] as const;
export type RecordedName = (typeof RECORDED)[number];
/** Collections written by guarded commands; a preparation has no events of its own before it is a campaign. */
export type GuardedName = RecordedName | 'preparations';

/** Holds the connection before any field of the store is made (class fields run before parameter properties). */
class Door {
  constructor(readonly connection: Connection) {}

  protected of<T extends { _id: string }>(name: string): Of<T> {
    return this.connection.db!.collection(name) as unknown as Of<T>;
  }
}

/**
 * Typed door to the collections. Lists of thousands are read lean and written in bulk by the driver
 * (mongoose documents cost 192 µs each, BSON 6-10 µs); indexes are in `migrations/`.
 */
export class Store extends Door {
  readonly units = this.of<UnitDoc>('units');
  readonly edges = this.of<EdgeDoc>('parent_edges');
  readonly posts = this.of<PostDoc>('posts');
  readonly persons = this.of<PersonDoc>('persons');
  readonly holders = this.of<HolderDoc>('post_holders');
  readonly preparations = this.of<PreparationDoc>('preparations');
  readonly campaigns = this.of<doc.CampaignDoc>('campaigns');
  readonly rounds = this.of<doc.RoundDoc>('rounds');
  readonly obligations = this.of<doc.ObligationDoc>('obligations');
  readonly submissions = this.of<doc.SubmissionDoc>('submissions');
  readonly drafts = this.of<doc.DraftDoc>('drafts');
  readonly forms = this.of<doc.FormDoc>('forms');
  readonly notes = this.of<doc.NoteDoc>('notes');
  readonly sessions = this.of<doc.SessionDoc>('sessions');
  /** What several sign together. */
  readonly covenants = this.of<CovenantDoc>('covenants');
  readonly processes = this.of<doc.ProcessDoc>('processes');
  readonly notices = this.of<doc.NoticeDoc>('notices');
  readonly messages = this.of<doc.MessageDoc>('messages');
  readonly slots = this.of<doc.SlotDoc>('slots');
  readonly books = this.of<doc.BookDoc>('books');
  readonly journal = this.of<doc.JournalDoc>('journal');
  readonly rows = this.of<doc.SheetRowDoc>('sheet_rows');
  readonly headers = this.of<doc.SheetHeaderDoc>('sheet_headers');
  readonly openings = this.of<doc.OpeningDoc>('openings');
  /** Sheets as they stood when their rounds were over. */
  readonly snapshots = this.of<doc.SnapshotDoc>('sheet_snapshots');
  /** Every version of what was imported and confirmed; the highest id holds. */
  readonly calendars = this.of<doc.CalendarVersionDoc>('calendars');
  /** Every version of every indicator. */
  readonly indicators = this.of<doc.IndicatorVersionDoc>('indicators');
  readonly letters = this.of<doc.LetterDoc>('letters');
  readonly letterTemplates = this.of<doc.LetterTemplateDoc>('letter_templates');
  readonly preferences = this.of<doc.PreferenceDoc>('preferences');
  readonly calendarTokens = this.of<doc.CalendarTokenDoc>('calendar_tokens');
  /** Contents of files, each once; what is bound where; uploads under way. The bytes lie in GridFS. */
  readonly evidence = this.of<files.EvidenceDoc>('evidence');
  readonly evidenceBooks = this.of<files.EvidenceBookDoc>('evidence_books');
  readonly uploads = this.of<files.UploadDoc>('uploads');
  readonly uploadParts = this.of<files.UploadPartDoc>('upload_parts');
  readonly accounts = this.of<account.AccountDoc>('accounts');
  readonly accountLinks = this.of<account.AccountLinkDoc>('account_links');
  readonly signIns = this.of<account.SignInDoc>('sign_ins');
  readonly tries = this.of<account.TryDoc>('sign_in_tries');
  readonly clock = this.of<{ _id: string; at: Date }>('clock');
  /** Counters that say "read again". */
  readonly stamps = this.of<{ _id: string; version: number }>('stamps');

  /** Keys of this installation, base64. */
  readonly secrets = this.of<{ _id: string; key: string }>('secrets');

  recorded(name: GuardedName): Of<doc.Recorded> {
    return this[name] as unknown as Of<doc.Recorded>;
  }
}

/** True for "a document with this key is already there", which in this house means: done before. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;
}

/** Inserts what is not there yet; duplicates mean done. @returns how many were new */
export async function insertMissing<T extends { _id: string }>(collection: Of<T>, documents: T[]): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < documents.length; from += 1000) {
    const page = documents.slice(from, from + 1000);
    try {
      const result = await collection.insertMany(page as never[], { ordered: false });
      inserted += result.insertedCount;
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
      inserted += (error as { insertedCount?: number }).insertedCount ?? 0;
    }
  }
  return inserted;
}

export function onlyDuplicates(error: unknown): boolean {
  const { writeErrors } = error as { writeErrors?: { code: number }[] | { code: number } };
  if (writeErrors === undefined) return isDuplicateKey(error);
  return [writeErrors].flat().every((one) => one.code === 11000);
}
