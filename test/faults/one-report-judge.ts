import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';
import type { Reply } from '../fuzz/send.js';

export interface JudgedRound {
  taken: number;
  /** Told 409 with the revision and state that stand. */
  told: number;
  wrong: string[];
}

/** What came of one report that many handed in at once. @param seen as it stood before  @param contents by client */
export async function judgeRound(
  store: Store,
  seen: Pick<ObligationDoc, '_id' | 'revision'>,
  contents: readonly SubmissionContent[],
  answers: readonly (Reply | string | null)[],
): Promise<JudgedRound> {
  const stands = (await store.obligations.findOne({ _id: seen._id })) as unknown as ObligationDoc;
  const wrong: string[] = [];
  const takenBy: number[] = [];
  let told = 0;
  answers.forEach((answer, n) => {
    if (answer === null || typeof answer === 'string') return void wrong.push(`${seen._id} ${n}: ${String(answer)}`);
    if (answer.status === 201) return void takenBy.push(n);
    const { current } = JSON.parse(answer.body) as { current?: { revision?: number; state?: string } };
    if (answer.status === 409 && current?.revision === stands.revision && current.state === stands.state) told += 1;
    else wrong.push(`${seen._id} ${n}: ${answer.status} ${answer.body.slice(0, 200)}`);
  });
  if (stands.attempt !== 1 || stands.revision !== seen.revision + 1 || stands.commands.length !== 1)
    wrong.push(
      `${seen._id}: attempt ${stands.attempt}, revision ${stands.revision}, ${stands.commands.length} commands`,
    );
  const kept = stands.submission === null ? null : await store.submissions.findOne({ _id: stands.submission });
  const { narrative, figures } = kept?.content ?? {};
  const sent = contents[takenBy[0] ?? -1];
  if (JSON.stringify({ narrative, figures }) !== JSON.stringify(sent))
    wrong.push(`${seen._id}: ${JSON.stringify({ narrative, figures })} stands, ${JSON.stringify(sent)} was taken`);
  return { taken: takenBy.length, told, wrong };
}
