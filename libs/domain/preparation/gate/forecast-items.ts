import type { ForecastWarning } from '../../forecast/forecast.types.js';
import { say, type Language, type MessageData } from '../../messages/say.js';
import { sayCause } from '../../obligation/attempt.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import type { NameOf } from '../field-text.js';
import type { Finding, GateSurroundings } from './gate.types.js';
import { namesIn } from './names-in.js';

/** What the forecast warns of, each sentence once with how often and where it is told first. */
export function forecastItems(plan: CampaignPlan, surroundings: GateSurroundings, language: Language): Finding[] {
  const { forecast } = surroundings;
  if (!forecast) return [];
  const nameOf = namesIn(surroundings);
  const found = new Map<string, { code: string; text: string; step: string | null; times: number }>();
  for (const { step, warning } of forecast(plan)) {
    for (const one of warning ?? []) {
      const text = sentence({ ...one, data: named(one.data, nameOf) }, language);
      const known = found.get(`${one.code} ${text}`);
      if (known) known.times += 1;
      else found.set(`${one.code} ${text}`, { code: one.code, text, step, times: 1 });
    }
  }
  const counts = new Map<string, number>();
  return [...found.values()].map(({ code, text, step, times }): Finding => {
    const n = (counts.get(code) ?? 0) + 1;
    counts.set(code, n);
    const often = times > 1 ? ` ${say('gate.times', { times }, language)}` : '';
    return {
      id: `forecast:${code}#${n}`,
      kind: 'forecast',
      field: step && `steps.${step}`,
      text: `${text}${often}`,
      severity: 'warning',
    };
  });
}

/** Posts stand in a warning by their ids. */
const named = (data: MessageData, nameOf: NameOf): MessageData =>
  typeof data['posts'] === 'string' ? { ...data, posts: data['posts'].replace(/[\w-]+:\w+/g, nameOf) } : data;

function sentence({ code, data, cause }: ForecastWarning, language: Language): string {
  return say(`forecast.${code}`, cause ? { ...data, cause: sayCause(cause, language) } : data, language);
}
