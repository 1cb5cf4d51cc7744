import type { LocalDate } from '../time/local-date.js';

/** Units that stand above, or succeed, themselves. `path` starts and ends with the same unit. */
export class UnitCycle extends Error {
  override readonly name = 'UnitCycle';
  readonly code = 'unit_cycle';

  constructor(
    readonly path: string[],
    readonly date: LocalDate,
  ) {
    super(
      `Sơ đồ đơn vị ngày ${date} có vòng: ${path.join(' → ')}. Hãy sửa quan hệ trực thuộc hoặc kế thừa của các đơn vị này.`,
    );
  }
}

/** A unit with two parents on one day. */
export class TwoParents extends Error {
  override readonly name = 'TwoParents';
  readonly code = 'two_parents';

  constructor(
    readonly unit: string,
    readonly parents: [string, string],
    readonly date: LocalDate,
  ) {
    super(
      `Đơn vị ${unit} ngày ${date} có hai đơn vị cấp trên: ${parents.join(', ')}. Hãy kết thúc một quan hệ trực thuộc.`,
    );
  }
}
