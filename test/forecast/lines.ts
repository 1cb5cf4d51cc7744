import { localDateOf, localTimeOf, type ForecastLetter } from '#libs/domain';

type Part = string | number | null | undefined;

/** One thing that happens, in words that both sides write the same. @param at null for what has no instant */
export const line = (at: Date | null, ...parts: Part[]): string =>
  [at === null ? 'in the end' : `${localDateOf(at)} ${localTimeOf(at)}`, ...parts.map((part) => part ?? '–')].join(
    ' | ',
  );

interface Noticed {
  step: string | null;
  level: string | null;
  rung: string | null;
  audience: string;
  count: number;
}

export const noticeLine = (at: Date, { step, level, rung, audience, count }: Noticed): string =>
  line(at, 'notice', step, level, rung, audience, count);

export const letterLine = (at: Date, { person, posts, notices, outcome }: ForecastLetter): string =>
  line(at, 'letter', person, [...posts].sort().join(' '), notices, outcome);
