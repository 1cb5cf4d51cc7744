/** Counts checks; the closing line and the exit code follow from them. */
export class Tally {
  private passed = 0;
  private failed = 0;

  /** @param wrong what does not hold, in words; none when it holds */
  check(what: string, wrong: readonly string[]): void {
    if (wrong.length === 0) {
      this.passed += 1;
      console.log(`  ✓ ${what}`);
      return;
    }
    this.failed += 1;
    console.log(`  ✗ ${what}`);
    for (const line of wrong.slice(0, 20)) console.log(`      ${line}`);
    if (wrong.length > 20) console.log(`      … ${wrong.length - 20} more`);
  }

  /** Nothing has failed so far. */
  get sound(): boolean {
    return this.failed === 0;
  }

  /** Prints the last line alone and ends the process. */
  end(): never {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 ? 0 : 1);
  }
}
