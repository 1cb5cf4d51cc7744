import type { MonthOfWork } from '../api/contracts';
import { dayText } from '../messages/t';

/** By the server's clock: time may be rehearsed. */
export const isToday = ({ now }: Pick<MonthOfWork, 'now'>, date: string): boolean => dayText(now) === dayText(date);
