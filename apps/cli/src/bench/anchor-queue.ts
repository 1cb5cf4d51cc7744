/** Task queue of the anchors' own worker; the product's worker never sees them. */
export const ANCHOR_QUEUE = 'dondoc-bench-anchors';
