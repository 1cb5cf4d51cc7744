import { localDateOf, type CampaignPlan } from '#libs/domain';
import type { JournalDoc } from '#libs/store';

/** Tells the story of the demo as it happens, from the journal: one line for what a person would call news. */
export class Narrator {
  private readonly titles: Map<string, Map<string, string>>;

  constructor(
    private readonly plans: ReadonlyMap<string, CampaignPlan>,
    private readonly say: (line: string) => void,
  ) {
    const titlesOf = ({ steps }: CampaignPlan) => new Map(steps.map(({ id, title }) => [id, title]));
    this.titles = new Map([...plans].map(([code, plan]) => [code, titlesOf(plan)]));
  }

  tell(entries: JournalDoc[], now: Date): void {
    for (const entry of entries) {
      const { book } = entry;
      const words = newsOf(entry, this.titles.get(book)!, this.plans.get(book)!.name);
      if (words) this.say(`  ${localDateOf(now)}  ${book}  ${words}`);
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
