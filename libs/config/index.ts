export { type Config, configOrExit, loadConfig } from './config.js';
export { ConfigError, type ConfigFault } from './config-error.js';
export { armFailpoints, failpoint, type FailpointName, failpointNames } from './failpoints.js';
export { weakWrites } from './production.js';
