import type { NoteRef } from '#libs/domain';
import { contentHash, newSalt } from './hash.js';
import { isDuplicateKey, type Store } from './store.js';

/**
 * Keeps a person's words apart from the journal: the book holds id and salted hash, the text can be erased later.
 * Idempotent by id: the first text under an id stays.
 */
export async function keepNote(store: Store, book: string, id: string, text: string): Promise<NoteRef> {
  const salt = newSalt();
  try {
    await store.notes.insertOne({ _id: id, book, text, salt });
    return { id, hash: contentHash(`${salt}${text}`) };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const kept = await store.notes.findOne({ _id: id });
    return { id, hash: contentHash(`${kept!.salt}${kept!.text}`) };
  }
}
