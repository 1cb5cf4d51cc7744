/** Largest body: a campaign plan of a province stays below. */
export const BODY_LIMIT = '1mb';
/** Largest form behind a link of a mail: a reason of 2,000 characters, each written in nine. */
export const FORM_LIMIT = '32kb';
