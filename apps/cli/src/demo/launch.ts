import type { CampaignPlan } from '#libs/domain';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { readDemoData, readPlanText } from './demo-data.js';
import type { Answer, Hand } from './hand.js';
import { PLAN_NUMBERS } from './plans/draft-plan.js';
import { gateData } from './plans/gate-data.js';

/** Launches a campaign as officers do: through the gate where its text is among the demo's papers, else as a plan that is ready. */
export async function launch(plan: CampaignPlan, hand: Hand): Promise<void> {
  const number = PLAN_NUMBERS.find((one) => answersOf(one).code === plan.code);
  if (number === undefined) await launchReady(plan, hand);
  else await launchPrepared(plan, number, hand);
}

const answersOf = (number: string): PreparationAnswers => readDemoData<PreparationAnswers>('answers', `${number}.yaml`);

async function launchReady(plan: CampaignPlan, hand: Hand): Promise<void> {
  const post = `${plan.standingBody}:focal`;
  done(await hand.post(post, '/api/campaigns', plan, `demo-draft-${plan.code}`));
  done(await hand.post(post, `/api/campaigns/${plan.code}/launch`, {}, `demo-launch-${plan.code}`));
}

/** Text, answers, confirmations, waivers by those who may, and the clean gate. */
async function launchPrepared(
  { code, source, standingBody, chairPost }: CampaignPlan,
  number: string,
  hand: Hand,
): Promise<void> {
  const officer = `${standingBody}:focal`;
  const key = (act: string): string => `demo-${act}-${code}`;
  const text = { text: readPlanText(source), name: source };
  const { preparation } = done(await hand.post(officer, '/api/preparations', text, key('text')));
  const at = `/api/preparations/${String(preparation)}`;
  const { questions, indicators = {}, waivers } = gateData(number);
  done(
    await hand.patch(
      officer,
      `${at}/answers`,
      { answers: { ...answersOf(number), questions, indicators } },
      key('answers'),
    ),
  );
  const { items } = done(await hand.get(officer, `${at}/gate?forecast=0`)) as {
    items: { kind: string; field: string }[];
  };
  const fields = items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field);
  if (fields.length > 0) done(await hand.post(officer, `${at}/confirm`, { fields }, key('confirm')));
  for (const [n, { item, by, reason }] of waivers.entries()) {
    const post = by === 'chair' ? chairPost : `${standingBody}:${by}`;
    done(await hand.post(post, `${at}/waive`, { item, reason }, key(`waive-${n}`)));
  }
  done(await hand.post(officer, `${at}/launch`, {}, key('launch')));
}

function done(answer: Answer): Answer['body'] {
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
