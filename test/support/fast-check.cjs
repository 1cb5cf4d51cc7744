// Where PROPERTY_SEED is set (an integer), every property draws from it: the same tree is then judged by the same cases on
// every machine. Without it each run draws new ones. A path, because the name 'fast-check' leads here.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const seed = Number(process.env.PROPERTY_SEED);
if (process.env.PROPERTY_SEED && Number.isInteger(seed)) fc.configureGlobal({ seed });

module.exports = fc;
