import { RECORDED, type RecordedName } from '#libs/store';

/** Collections somebody should look into. One side adds, the other waits; what is added while nobody waits is kept. */
export class Dirty {
  private readonly names = new Set<RecordedName>(RECORDED);
  private awaken: () => void = () => undefined;

  add(collection: RecordedName): void {
    this.names.add(collection);
    this.awaken();
  }

  /** Ends a wait at once, with nothing added. */
  wake(): void {
    this.awaken();
  }

  /** What was added since the last call, as soon as there is anything; after `ms` all of them, for a wake that was lost. */
  async next(ms: number): Promise<RecordedName[]> {
    if (this.names.size === 0) await this.waited(ms);
    const names = this.names.size ? [...this.names] : [...RECORDED];
    this.names.clear();
    return names;
  }

  private waited(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.awaken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
