import { RECORDED } from './store.js';

/**
 * Change events of documents that got something into their outbox: inserts bring the whole document, updates what they set; a
 * replacement (pipeline update) brings the whole one again.
 */
export const OUTBOX_CHANGES = {
  'ns.coll': { $in: [...RECORDED] },
  $or: [{ 'updateDescription.updatedFields.hasPending': true }, { 'fullDocument.hasPending': true }],
};
