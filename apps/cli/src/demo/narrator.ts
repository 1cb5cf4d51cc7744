import { localDateOf } from '#libs/domain';
import type { JournalDoc, Store } from '#libs/store';

/** Tells the story of the demo as it happens, from the journal: one line for what a person would call news. */
export class Narrator {
  private readonly read = new Map<string, number>();

  constructor(
    private readonly store: Store,
    private readonly say: (line: string) => void,
  ) {}

  async tell(now: Date): Promise<void> {
    const campaigns = await this.store.campaigns
      .find({}, { projection: { 'plan.name': 1, 'plan.steps': 1 } })
      .toArray();
    for (const { _id: book, plan } of campaigns) {
      const filter = { book, seq: { $gt: this.read.get(book) ?? 0 } };
      const entries = (await this.store.journal
        .find(filter as never)
        .sort({ seq: 1 })
        .toArray()) as unknown as JournalDoc[];
      if (entries.length === 0) continue;
      this.read.set(book, entries[entries.length - 1]!.seq);
      const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
      for (const entry of entries) {
        const words = newsOf(entry, titles, plan.name);
        if (words) this.say(`  ${localDateOf(now)}  ${book}  ${words}`);
      }
    }
  }
}

function newsOf({ type, data }: JournalDoc, titles: Map<string, string>, name: string): string | null {
  const title = titles.get(data.step as string);
  switch (type) {
    case 'launched':
      return `Phát động: ${name}`;
    case 'step_opened':
      return `Mở bước “${title}”: ${String(data.obligations)} việc`;
    case 'step_skipped':
      return `Bỏ qua “${title}”: ${String(data.ground)}`;
    case 'step_finished':
      return `Xong bước “${title}”`;
    case 'session_counted':
      return 'Hội đồng đã kiểm phiếu';
    case 'concluded':
      return 'Tổng kết phong trào';
    case 'closed':
      return 'Kết thúc, lưu hồ sơ';
    default:
      return null;
  }
}
