/**
 * Places in the connection pool, shared by everything that one process sends: what stands in `sending` is never more, so a kill leaves
 * no more `unconfirmed` (decision 006). Given in the order of asking.
 */
export class Places {
  private readonly queue: { most: number; go: (places: number) => void }[] = [];

  constructor(private free: number) {}

  /** @param most places wanted  @returns how many were given: at least one, at most that many */
  take(most: number): Promise<number> {
    return new Promise((go) => {
      this.queue.push({ most, go });
      this.serve();
    });
  }

  give(places: number): void {
    this.free += places;
    this.serve();
  }

  private serve(): void {
    while (this.free > 0 && this.queue.length) {
      const { most, go } = this.queue.shift()!;
      const given = Math.min(most, this.free);
      this.free -= given;
      go(given);
    }
  }
}
