import { localDateOf, localTimeOf } from '#libs/domain';

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** `07:00 31/12/2026`, in Việt Nam's time. */
const spoken = (at: Date): string => `${localTimeOf(at)} ${localDateOf(at).split('-').reverse().join('/')}`;

/** A sentence of the reconciler as people read it: its instants in local time. */
export const inLocalTime = (text: string): string => text.replace(INSTANT, (at) => spoken(new Date(at)));
