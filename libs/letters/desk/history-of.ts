import type { ExtensionFact, FactSheetFacts, Reminder } from '#libs/domain';
import type { JournalDoc, MessageDoc, NoticeDoc, ObligationDoc, OrganisationOfDay, Store } from '#libs/store';

const TOLD = new Set(['open', 'remind', 'urge', 'escalate', 'returned', 'extension', 'extension_request', 'answered']);
/** No obligation has more notices or decisions in its life. */
const MOST = 500;

/** Everything that was told about one obligation, with what became of the mail. */
export async function remindersOf(store: Store, id: string, organisation: OrganisationOfDay): Promise<Reminder[]> {
  const notices = (await store.notices
    .find({ obligation: id } as never)
    .sort({ at: -1 })
    .limit(MOST)
    .toArray()) as unknown as NoticeDoc[];
  const ids = notices.flatMap(({ message }) => message ?? []);
  const messages = (await store.messages
    .find({ _id: { $in: ids } }, { projection: { sentAt: 1 } })
    .toArray()) as unknown as Pick<MessageDoc, '_id' | 'sentAt'>[];
  const sentAt = new Map(messages.map((message) => [message._id, message.sentAt]));
  return notices.map((notice) => ({
    at: notice.at,
    act: notice.phase === 'review' && notice.act === 'remind' ? 'review' : TOLD.has(notice.act) ? notice.act : 'other',
    to: organisation.post(notice.post)?.title ?? notice.post,
    outcome: notice.state,
    sentAt: sentAt.get(notice.message ?? '') ?? null,
    openedAt: notice.readAt ?? null,
  }));
}

type Decisions = Pick<FactSheetFacts, 'extensions' | 'returns'>;

/** Extensions from the deadline ledger, refusals and returns from the journal; reasons where their text was not erased. */
export async function decisionsOf(
  store: Store,
  owed: ObligationDoc,
  organisation: OrganisationOfDay,
): Promise<Decisions> {
  const types = ['returned', 'reopened', 'extension_requested', 'extension_decided'];
  const entries = (await store.journal
    .find({ subject: owed._id, type: { $in: types } } as never)
    .sort({ at: 1 })
    .limit(MOST)
    .toArray()) as unknown as JournalDoc[];
  const noteIds = entries.flatMap(({ data }) => noteOf(data) ?? []);
  const notes = await store.notes.find({ _id: { $in: noteIds } }, { projection: { text: 1 } }).toArray();
  const textOf = new Map(notes.map(({ _id, text }) => [_id, text]));
  const title = (id: string | null): string => (id === null ? '' : (organisation.post(id)?.title ?? id));
  const reasonOf = ({ data }: JournalDoc): string | null => textOf.get(noteOf(data) ?? '') ?? null;

  const extensions: ExtensionFact[] = owed.deadlines
    .filter(({ kind }) => kind === 'extension')
    .map(({ at, by, lastDay, ground }) => ({ at, by: title(by), decision: 'granted', day: lastDay, ground }));
  let asked = '';
  for (const entry of entries) {
    if (entry.type === 'extension_requested') asked = String(entry.data.proposedDay);
    if (entry.type !== 'extension_decided' || entry.data.granted !== false) continue;
    const by = title(entry.actor.post);
    extensions.push({ at: entry.at, by, decision: 'refused', day: asked, ground: reasonOf(entry) ?? '' });
  }
  const { extension } = owed;
  if (extension && !extension.decision) {
    const { at, proposedDay: day, reason: ground } = extension;
    extensions.push({ at, by: title(extension.by), decision: 'pending', day, ground });
  }
  const returns = entries
    .filter(({ type }) => type === 'returned' || type === 'reopened')
    .map((entry) => ({ at: entry.at, by: title(entry.actor.post), reason: reasonOf(entry) }));
  return { extensions, returns };
}

const noteOf = (data: Record<string, unknown>): string | undefined => (data.note as { id?: string } | undefined)?.id;
