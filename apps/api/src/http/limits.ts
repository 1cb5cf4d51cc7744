/** Largest body: a campaign plan of a province stays below. */
export const BODY_LIMIT = '1mb';
