interface Item<K> {
  id: string;
  key: K;
}

/** Waste that is carried before the heap is built again. */
const SPARE = 32;

/**
 * The greatest of values that come and go, in O(log n) a change: a heap in which what went away lies on until it comes up.
 * @param order negative, zero, positive as the first key is below, equal to or above the second; never zero for two ids
 */
export class Greatest<K> {
  private readonly standing = new Map<string, Item<K>>();
  private heap: Item<K>[] = [];

  constructor(private readonly order: (a: K, b: K) => number) {}

  put(id: string, key: K): void {
    const item = { id, key };
    this.standing.set(id, item);
    if (this.heap.length > 2 * this.standing.size + SPARE) this.heap = [];
    if (this.heap.length === 0) for (const one of this.standing.values()) this.push(one);
    else this.push(item);
  }

  remove(id: string): void {
    this.standing.delete(id);
  }

  get top(): K | null {
    while (this.heap.length > 0) {
      const [first] = this.heap;
      if (this.standing.get(first!.id) === first) return first!.key;
      this.pop();
    }
    return null;
  }

  private push(item: Item<K>): void {
    const { heap } = this;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.order(heap[above]!.key, item.key) >= 0) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = item;
  }

  private pop(): void {
    const { heap } = this;
    const item = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.order(heap[below + 1]!.key, heap[below]!.key) > 0) below += 1;
      if (this.order(item.key, heap[below]!.key) >= 0) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = item;
  }
}
