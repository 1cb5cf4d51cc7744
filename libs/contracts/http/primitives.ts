import { z } from 'zod';

/** A `YYYY-MM-DD` that exists in the calendar. */
export const day = z.iso
  .date({ error: 'phải là ngày có thật dạng YYYY-MM-DD' })
  .meta({ id: 'Day', example: '2026-12-09' });

/** Part of an id: letters, digits, `_`, `-`; parts are joined by dots, so they hold none. */
export const code = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, { error: 'chỉ gồm chữ không dấu, số, gạch nối và gạch dưới' });

/** Id of a document: parts, dots between them; never a slash. */
export const id = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][\w.:-]*$/, { error: 'không phải là mã hợp lệ' });

/** `unit:role`. */
export const post = z
  .string()
  .max(130)
  .regex(/^[A-Za-z0-9][\w-]*:[\w-]+$/, { error: 'phải có dạng đơn-vị:chức-danh' })
  .meta({ id: 'PostId', example: 'td-x01:focal' });

/** The revision the client saw; another one in the store answers 409 with the current state. */
export const revision = z.int().min(0).max(1_000_000);

/** A person's words. */
export const reason = z.string().trim().min(1).max(2_000).meta({ id: 'Reason' });

export const shortText = z.string().trim().min(1).max(500);
export const longText = z.string().max(20_000);
export const documentNumber = z.string().trim().min(1).max(60);

/** 8 to 200 printable ASCII characters, one per wish of the client. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{8,200}$/, {
  error: 'bắt buộc, 8 đến 200 ký tự in được, không dấu cách; mỗi yêu cầu mới một khóa mới',
});

/** In hex, small letters. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'phải là mã SHA-256 (64 chữ số 0-9, a-f)' })
  .meta({ id: 'Sha256' });
