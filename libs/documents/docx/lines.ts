/** Collects the lines of a body, a cell or a text box. */
export class Lines {
  private readonly done: string[] = [];
  private begun = '';

  /** @param runsOn the next line continues this one */
  add(line: string, runsOn: boolean): void {
    this.begun += line;
    if (runsOn) return;
    this.done.push(this.begun);
    this.begun = '';
  }

  all(): string[] {
    return this.begun === '' ? this.done : [...this.done, this.begun];
  }

  inOneLine(): string {
    return this.all().join(' ').replace(/\s+/g, ' ').trim();
  }
}
