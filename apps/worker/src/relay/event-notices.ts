import type { NoticeSeed } from '#activities';
import { requestRung } from '#libs/domain';
import type { ObligationDoc, PendingEvent } from '#libs/store';
import type { Pending } from './pending.js';

/**
 * Events that the owing post hears of at once: a return, a decision about more time; in the morning the receiver of a request for it, and who
 * raised a difficulty of its answer.
 */
export function noticesOfEvents(pending: Pending[]): NoticeSeed[] {
  return pending.flatMap(({ collection, document }) =>
    collection === 'obligations' ? document.pending.flatMap((event) => noticeOf(document as ObligationDoc, event)) : [],
  );
}

function noticeOf(obligation: ObligationDoc, event: PendingEvent): NoticeSeed[] {
  const post = obligation.answeringPost ?? `${obligation.answeringUnit}:focal`;
  const base = { audience: 'focal', post, class: 'instant', at: event.at } as const;
  if (event.type === 'returned' || event.type === 'reopened') {
    const clock = { ...obligation.clock, version: event.data.clock as number };
    return [
      { ...base, obligation: { ...obligation, clock }, phase: 'resubmission', rung: 'returned', act: 'returned' },
    ];
  }
  if (event.type === 'asked_again') {
    const clock = { ...obligation.clock, version: event.data.clock as number };
    return [{ ...base, obligation: { ...obligation, clock }, phase: 'resubmission', rung: 'open', act: 'open' }];
  }
  if (event.type === 'extension_decided') {
    const request = event.data.request as number;
    const rung = request === 1 ? 'extension' : `extension-${request}`;
    return [{ ...base, obligation, phase: 'decision', rung, act: 'extension' }];
  }
  if (event.type === 'extension_requested') {
    const clock = { ...obligation.clock, version: event.data.clock as number };
    const rung = requestRung(event.data.request as number);
    const receiver = {
      audience: 'reviewer',
      post: `${obligation.receiver}:focal`,
      class: 'digest',
      at: event.at,
    } as const;
    return [{ ...receiver, obligation: { ...obligation, clock }, phase: 'request', rung, act: 'extension_request' }];
  }
  if (event.type === 'difficulty_answered' || event.type === 'difficulty_declined') {
    const clock = { ...obligation.clock, version: event.data.clock as number };
    const raiser = { post: `${obligation.subject}:focal`, class: 'digest', at: event.at } as const;
    const rung = `answered-${Number(event.data.n)}`;
    return [
      { ...raiser, audience: 'focal', obligation: { ...obligation, clock }, phase: 'decision', rung, act: 'answered' },
    ];
  }
  return [];
}
