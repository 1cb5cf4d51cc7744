export { calendarFeed } from './calendar-feed.js';
export { newToken, tokenHash } from './feed-token.js';
