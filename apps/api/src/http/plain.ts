/** Without marks and case: "Hộ nghèo" is found by "ho ngheo". */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
