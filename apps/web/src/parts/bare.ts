/** Without marks and in small letters, for searching: "Quyết Thắng" is found by "quyet thang". Takes NFC and NFD. */
export const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
