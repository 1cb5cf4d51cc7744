/** Methods of Date that answer by the zone of the machine. */
export const zoned = Object.getOwnPropertyNames(Date.prototype).filter(
  (name) => /^(get|set)(?!Time$|UTC)/.test(name) || /^to(String|DateString|TimeString|Locale)/.test(name),
);

/** For every test of the block: whoever asks the machine for its zone or its clock fails. */
export function refuseLocalTime(): void {
  beforeEach(() => {
    const refuse = (name: string) => () => {
      throw new Error(`Date.${name} depends on the machine`);
    };
    for (const name of zoned) jest.spyOn(Date.prototype, name as 'getDate').mockImplementation(refuse(name));
    jest.spyOn(Date, 'now').mockImplementation(refuse('now'));
    jest.spyOn(Date, 'parse').mockImplementation(refuse('parse'));
  });
  afterEach(() => jest.restoreAllMocks());
}
