/** Only the few documents that wait are in the index (a sparse one is not used by every server). */
const waiting = (flag: string) => ({ partialFilterExpression: { [flag]: true } });

/** Indexes by collection: [keys, options]. Applied by the first migration; each serves a question named beside it. */
export const INDEXES: Record<string, [Record<string, 1 | -1>, Record<string, unknown>?][]> = {
  parent_edges: [[{ unit: 1 }], [{ parent: 1 }]],
  posts: [[{ unit: 1, role: 1 }]],
  post_holders: [[{ post: 1, from: 1 }]],
  preparations: [[{ owner: 1 }], [{ launchingUnit: 1 }], [{ standingBody: 1 }]],
  campaigns: [
    [{ 'parent.campaign': 1 }], // who carries out this plan
    [{ hasPending: 1 }, waiting('hasPending')],
  ],
  rounds: [[{ campaign: 1, step: 1 }], [{ cohort: 1 }], [{ hasPending: 1 }, waiting('hasPending')]],
  obligations: [
    [{ cohort: 1, nextAt: 1 }], // what is due in this cohort
    [{ round: 1, settled: 1 }],
    [{ campaign: 1, state: 1 }],
    [{ answeringUnit: 1, settled: 1 }], // Việc của tôi
    [{ receiver: 1, state: 1 }], // the reviewer's queue
    [{ receiver: 1, 'clock.dueAt': 1 }], // the same by time left
    [{ lastAct: 1 }],
    [{ consolidates: 1 }], // the report that stands above a round
    [{ hasPending: 1 }, waiting('hasPending')],
  ],
  sessions: [[{ campaign: 1 }], [{ hasPending: 1 }, waiting('hasPending')]],
  covenants: [[{ campaign: 1 }], [{ hasPending: 1 }, waiting('hasPending')]],
  submissions: [[{ obligation: 1, attempt: 1 }], [{ campaign: 1 }]],
  processes: [[{ sleepsUntil: 1 }], [{ awake: 1 }], [{ untold: 1 }, waiting('untold')], [{ campaign: 1 }]],
  notices: [
    [{ state: 1, slotAt: 1 }], // what a dispatch may seal
    [{ seal: 1, post: 1 }],
    [{ message: 1 }],
    [{ obligation: 1 }],
    [{ campaign: 1 }],
  ],
  messages: [
    [{ state: 1, slot: 1 }],
    [{ slot: 1 }],
    [{ person: 1 }],
    [{ verp: 1 }], // the mail of a bounce
    [{ at: 1 }, { partialFilterExpression: { kind: 'instant' } }], // a week's instant mail
  ],
  preferences: [[{ digestAt: 1 }]], // does anybody want it early
  accounts: [[{ login: 1 }, { unique: true }]], // one account for one address
  account_links: [[{ person: 1 }]],
  sign_ins: [[{ person: 1 }], [{ until: 1 }]],
  sign_in_tries: [[{ mark: 1 }]],
  journal: [
    [{ book: 1, seq: 1 }, { unique: true }], // stops a relay whose lease has gone
    [{ book: 1, eventId: 1 }, { unique: true }], // an event is recorded once
    [{ subject: 1, at: 1 }], // a timeline
  ],
  evidence: [[{ scanDue: 1 }, waiting('scanDue')], [{ touchedAt: 1 }]],
  evidence_books: [[{ 'bound.hash': 1 }], [{ 'submitted.hash': 1 }]],
  uploads: [[{ obligation: 1 }], [{ expiresAt: 1 }]],
  upload_parts: [[{ upload: 1 }], [{ at: 1 }]],
  openings: [[{ submission: 1, post: 1 }]],
  sheet_rows: [[{ round: 1 }], [{ campaign: 1 }], [{ ancestors: 1 }]],
  sheet_headers: [[{ campaign: 1, step: 1 }]],
};
