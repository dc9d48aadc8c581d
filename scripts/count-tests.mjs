/**
 * Sums jest's JSON reports and prints `N passed, N failed`:
 *
 *   node scripts/count-tests.mjs REPORT...
 *
 * A suite that could not run and a report that is not there count as one failure each, so that what did not run never
 * looks like success. The exit status is 1 when anything failed or nothing passed.
 */
import { readFileSync } from 'node:fs';

/** @param {string} file */
function count(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    };
  } catch (error) {
    process.stderr.write(`no test report: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

const counts = process.argv.slice(2).map(count);
const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
