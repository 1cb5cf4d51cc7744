// The forecast of a stored campaign, and how people are shown it. The run itself is pure: `libs/domain/forecast`.
export * from './forecast-campaign.js';
export * from './forecast-view.js';
