/** One wrong variable: its name, what is wrong and how to mend it (Vietnamese first, English in parentheses). */
export interface ConfigFault {
  name: string;
  what: string;
  cure: string;
}

/** The configuration cannot be used. The message lists every fault, one line each; values are left out, they may hold passwords. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: ConfigFault[]) {
    super(['Cấu hình sai, không khởi động (bad configuration, not started):', ...faults.map(sentence)].join('\n'));
  }
}

const sentence = ({ name, what, cure }: ConfigFault): string => `  ${name}: ${what}. Cách sửa (to mend): ${cure}.`;
