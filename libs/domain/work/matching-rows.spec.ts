import { bare, matchingRows } from './matching-rows.js';

const row = (name: string, ...marks: ('overdue' | 'on_time')[]) => ({
  name,
  cells: Object.fromEntries(marks.map((mark, n) => [`s${n}`, { mark }])),
});
const rows = [
  row('Xã Quyết Thắng', 'overdue'),
  row('Phường Đồng Xuân', 'on_time'),
  row('Xã 10', 'overdue'),
  row('Xã 9'),
];
const names = (filter: { find?: string; mark?: string }) => matchingRows(rows, filter).map(({ name }) => name);

describe('rows of a matrix, on the screen as in the file', () => {
  it('are found without marks, composed or decomposed, whatever the case', () => {
    for (const find of ['quyet thang', 'QUYẾT', 'Quyết Thắng'.normalize('NFD'), ' thắng '])
      expect(names({ find })).toEqual(['Xã Quyết Thắng']);
    expect(names({ find: 'dong xuan' })).toEqual(['Phường Đồng Xuân']);
    expect(bare('Đắk Đoa')).toBe('dak doa');
  });

  it('stand in Vietnamese order, numbers as numbers; an empty filter leaves all', () => {
    expect(names({})).toEqual(['Phường Đồng Xuân', 'Xã 9', 'Xã 10', 'Xã Quyết Thắng']);
  });

  it('have a cell of the mark that is asked for', () => {
    expect(names({ mark: 'overdue', find: 'xa' })).toEqual(['Xã 10', 'Xã Quyết Thắng']);
    expect(names({ mark: 'never' })).toEqual([]);
  });
});
