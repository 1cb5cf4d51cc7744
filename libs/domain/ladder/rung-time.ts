/** Local hour at which a rung counted in working days is written; the morning mail takes it along. */
export const RUNG_TIME = '07:00';
