import type { mongo } from 'mongoose';

interface Typed {
  figures?: ({ target: string; status: string } & Record<string, unknown>)[];
  sections?: Record<string, string>;
  nil?: { reason?: string };
  explanation?: string;
}
interface Old {
  _id: string;
  by: string;
  at: Date;
  content?: Typed;
  fields?: Record<string, unknown>;
}

const PARTS = ['value', 'numerator', 'denominator'];
const WORDS = ['reason', 'explanation', 'proof'];

/**
 * Drafts that were kept as one content become drafts of fields, of no form yet, so that whoever goes on looks at them on the form of
 * today. What has no field of its own stays as `earlier`: nothing that was typed is lost.
 */
export async function up(db: mongo.Db): Promise<void> {
  const drafts = db.collection<Old>('drafts');
  for await (const { _id, by, at, content, fields } of drafts.find({ content: { $exists: true } })) {
    const mark = { by, person: null, at, revision: 1 };
    const typed = Object.fromEntries(entriesOf(content ?? {}).map(([key, value]) => [key, { value, ...mark }]));
    const some = Object.keys(content ?? {}).length > 0;
    const now = { fields: { ...typed, ...fields }, ...(some && { earlier: content, form: '' }) };
    await drafts.updateOne({ _id }, { $set: now as never, $unset: { content: '', key: '' } as never });
  }
}

/** By path, with `/` for the dot, as drafts keep them. */
function entriesOf({ figures = [], sections = {}, nil, explanation }: Typed): [string, string | number][] {
  const cells = (Array.isArray(figures) ? figures : []).flatMap((figure) => [
    ...PARTS.map((part): [string, unknown] => [`figures/${figure.target}/${figure.status}/${part}`, figure[part]]),
    ...WORDS.map((word): [string, unknown] => [`figures/${figure.target}/${word}`, figure[word]]),
  ]);
  const words = Object.entries(sections).map(([id, text]): [string, unknown] => [`sections/${id}`, text]);
  const whole: [string, unknown][] = [
    ['nil', nil?.reason],
    ['explanation', explanation],
  ];
  return [...cells, ...words, ...whole].filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
}

/** The fields say the same; the old door is gone. */
export async function down(): Promise<void> {}
