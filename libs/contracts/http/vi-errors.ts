import { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What a value must be, in words. */
const KINDS: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'đúng hoặc sai (true/false)',
  array: 'danh sách',
  object: 'một nhóm trường',
  record: 'một nhóm trường',
  date: 'ngày giờ',
};

/** One Vietnamese sentence for every fault that zod finds; a schema's own message goes before it. */
export const vietnameseErrors: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'bắt buộc phải có';
      return `phải là ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return size(issue, 'ít nhất', issue.minimum);
    case 'too_big':
      return size(issue, 'nhiều nhất', issue.maximum);
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `trường không được nhận: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'không đúng dạng nào được nhận';
    case 'invalid_key':
      return 'tên trường không hợp lệ';
    case 'not_multiple_of':
      return `phải là bội số của ${issue.divisor}`;
    default:
      return 'không đúng dạng';
  }
};

function size({ origin, input }: Issue & { origin?: string }, word: string, limit: number | bigint): string {
  if (origin === 'string') return input === '' ? 'không được để trống' : `phải có ${word} ${limit} ký tự`;
  if (origin === 'array' || origin === 'set') return `phải có ${word} ${limit} mục`;
  return word === 'ít nhất' ? `phải từ ${limit} trở lên` : `phải từ ${limit} trở xuống`;
}

/** Makes zod speak Vietnamese in this process; called once by API and console. */
export function speakVietnamese(): void {
  z.config({ customError: vietnameseErrors });
}
