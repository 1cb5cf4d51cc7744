/** What became of a letter. `unconfirmed` is never sent again by itself. */
export type Delivery =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'failed'; answer: string }
  | { outcome: 'retry'; answer: string }
  | { outcome: 'unconfirmed'; answer: string };

/** As nodemailer reports it. */
export interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  code?: string;
  /** The verb that was answered; `CONN`, `EHLO`, `AUTH …` before any letter was spoken of. */
  command?: string;
}

const OF_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA'];

/**
 * What an error means for one letter (RFC 5321, 4.2.1). An answer 4xx: later. 5xx to a verb that speaks of the letter: never; 5xx
 * before that (greeting, sign-in) is about us, and no letter's fault: later. Without an answer only the hand-over counts.
 * @param handedOver whether the body with its final dot had left
 */
export function judge(error: SmtpError, handedOver: boolean): Delivery {
  const answer = error.response ?? `${error.code ?? error.name}: ${error.message}`;
  const { responseCode = 0, command = '' } = error;
  if (responseCode >= 400) {
    const never = responseCode >= 500 && OF_THE_LETTER.includes(command);
    return { outcome: never ? 'failed' : 'retry', answer };
  }
  // without an answer: the transport itself will not put this address on the wire, today or tomorrow
  if (error.code === 'EENVELOPE') return { outcome: 'failed', answer };
  return { outcome: handedOver ? 'unconfirmed' : 'retry', answer };
}
