import { lifecycle } from './lifecycle.js';

type MessageFinal = 'sent' | 'failed' | 'unconfirmed' | 'withdrawn';
export type MessageState = 'ready' | 'claimed' | 'sending' | MessageFinal;
export type MessageCommand =
  'claim' | 'take_over' | 'give_back' | 'withdraw' | 'send' | 'confirm' | 'fail' | 'retry' | 'lose';

/**
 * One mail: at most once, and visible (`design/core.md` 5). A claim may be taken over; what stands in `sending` may not:
 * a lost one becomes `unconfirmed`, is listed for a person and never sent again by itself.
 */
export const messageStates = lifecycle<MessageState, MessageCommand, MessageFinal>(
  'message',
  {
    ready: { claim: 'claimed', withdraw: 'withdrawn' },
    claimed: { send: 'sending', take_over: 'claimed', give_back: 'ready', withdraw: 'withdrawn', fail: 'failed' },
    sending: { confirm: 'sent', fail: 'failed', retry: 'ready', lose: 'unconfirmed' },
  },
  {
    initial: 'ready',
    final: ['sent', 'failed', 'unconfirmed', 'withdrawn'],
    ownerOf: { ready: 'administrator', claimed: 'administrator', sending: 'administrator' },
    clockOf: { ready: 'mail_slot', claimed: 'claim_lease', sending: 'delivery_timeout' },
  },
);
