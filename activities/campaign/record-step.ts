import type { ProcessAct } from '#libs/contracts';
import { openingInstant, type EventType } from '#libs/domain';
import { recordOnce, type CampaignDoc, type Store } from '#libs/store';

/** Writes that a step was skipped, opened or finished, or the campaign concluded or closed; once, whoever repeats it. */
export async function recordStep(
  store: Store,
  campaign: CampaignDoc,
  act: ProcessAct,
  now: Date,
  data: object = {},
): Promise<number> {
  const { step = '', ground } = act.args as { step?: string; ground?: string };
  const at = campaign.steps.findIndex(({ id }) => id === step);
  const path = `steps.${at}`;
  const freed = campaign.steps[at]?.stuck ? { [`${path}.stuck`]: null } : {};
  const changes: Record<string, { set: Record<string, unknown>; when: Record<string, unknown>; type: EventType }> = {
    skip: {
      type: 'step_skipped',
      set: {
        [`${path}.state`]: 'skipped',
        [`${path}.at`]: now,
        [`${path}.finishedAt`]: now,
        [`${path}.ground`]: ground,
      },
      when: { [`${path}.state`]: 'waiting' },
    },
    open: {
      type: 'step_opened',
      set: { [`${path}.state`]: 'opened', [`${path}.at`]: openingOf(campaign, step, now), ...freed },
      when: { [`${path}.state`]: 'waiting' },
    },
    finish: {
      type: 'step_finished',
      set: { [`${path}.state`]: 'finished', [`${path}.finishedAt`]: now },
      when: { [`${path}.state`]: 'opened' },
    },
    conclude: { type: 'concluded', set: { state: 'concluded', concludedAt: now }, when: { state: 'launched' } },
    close: { type: 'closed', set: { state: 'closed', closedAt: now }, when: { state: 'concluded' } },
  };
  const { type, set, when } = changes[act.kind]!;
  const event = {
    id: act.id,
    type,
    at: now,
    actor: { post: null, person: null },
    data: { step, ...(ground && { ground }), ...data },
  };
  return (await recordOnce(store, 'campaigns', campaign._id, event, set, when)) ? 1 : 0;
}

/** A step with a fixed day is laid out ahead of it; it counts as opened on its day. */
function openingOf(campaign: CampaignDoc, step: string, now: Date): Date {
  const opens = campaign.plan.steps.find(({ id }) => id === step)?.opens;
  return openingInstant(opens, now);
}
