/** What a submission says. The rules do not fix the shape of its content, so the usual ones are all read. */
export interface FigureRow {
  target: string;
  value?: unknown;
  numerator?: unknown;
  denominator?: unknown;
}

export type Choice = 'yes' | 'no' | 'blank';
type Bag = Record<string, unknown>;

const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};

export function figuresOf(content: unknown): FigureRow[] {
  const figures = bag(content).figures ?? bag(bag(content).content).figures;
  if (Array.isArray(figures)) return figures.filter((f): f is FigureRow => typeof bag(f).target === 'string');
  return Object.entries(bag(figures)).map(([target, value]) => ({ target, ...asFigure(value) }));
}

const asFigure = (value: unknown): Bag => (Object.keys(bag(value)).length ? bag(value) : { value });

/** Item → choice of one member. */
export function votesOf(content: unknown): Map<string, Choice> {
  const from = bag(content);
  const votes = from.votes ?? from.ballots ?? from.ballot ?? from.choices ?? from.items;
  if (Array.isArray(votes)) {
    return new Map(
      votes.map((v) => {
        const row = bag(v);
        return [nameOf(v), choice(row.vote ?? row.choice ?? row.answer ?? row.value)];
      }),
    );
  }
  return new Map(Object.entries(bag(votes)).map(([item, c]) => [item, choice(c)]));
}

export function nameOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const row = bag(item);
  const name = row.item ?? row.id ?? row.unit ?? row.subject ?? row.code;
  return typeof name === 'string' ? name : JSON.stringify(item);
}

function choice(value: unknown): Choice {
  if (value === true || value === 'yes' || value === 'agree') return 'yes';
  if (value === false || value === 'no' || value === 'disagree') return 'no';
  return 'blank';
}

export interface TallyRow {
  item: string;
  yes: number;
  no: number;
  blank: number;
}

export function tallyOf(tally: unknown): TallyRow[] {
  const rows = Array.isArray(tally) ? (tally as unknown[]) : (bag(tally).votes ?? bag(tally).items);
  const all: [string, unknown][] = Array.isArray(rows)
    ? rows.map((r) => [nameOf(r), r])
    : Object.entries(bag(rows ?? tally));
  return all.map(([item, r]) => ({ item, yes: num(bag(r).yes), no: num(bag(r).no), blank: num(bag(r).blank) }));
}

const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
