/** A date was asked of a year that the calendar has no table for. Nothing is guessed: somebody must confirm the year first. */
export class UnknownCalendarYear extends Error {
  override readonly name = 'UnknownCalendarYear';
  readonly code = 'unknown_calendar_year';

  constructor(
    readonly calendar: string,
    readonly year: number,
  ) {
    super(
      `Lịch làm việc “${calendar}” chưa có bảng ngày nghỉ năm ${year}. ` +
        `Hãy bổ sung và xác nhận bảng ngày nghỉ, ngày làm bù của năm ${year} rồi thực hiện lại.`,
    );
  }
}
