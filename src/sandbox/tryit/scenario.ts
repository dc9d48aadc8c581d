import type { TryOut, TryOutStep } from './trials';

/** A try-out of a whole shop as a test in the form of the other scenarios: one phone's answers depend on what the others did. */
export function scenarioOf({ company, beganAt, isActive, rules, steps }: TryOut): string {
  return `import { playTryOut } from '../support/try-out';

/*
 * Each step at its own moment, so that jumps of the clock are in it. Not in it are: how SmartPOS and the network of its
 * events misbehaved (each sale is told once, when its button was pressed), what was entered on a page behind a one-time
 * link, words that were withheld as a secret, and what the shop had before the try-out began other than its rules.
 */
it(${quoted(`what was tried out at ${company} is answered again`)}, () =>
  playTryOut({
    company: ${quoted(company)},
    beganAt: ${moment(beganAt)},
    isActive: ${isActive},
    rules: ${JSON.stringify(rules)},
    steps: [
${steps.map(stepLine).join('\n')}
    ],
  }));
`;
}

function stepLine({ at, ...step }: TryOutStep): string {
  const parts = Object.entries(step).map(
    ([key, value]) => `${key}: ${value === null ? 'null' : quoted(value)}`,
  );
  return `      { at: ${moment(at)}, ${parts.join(', ')} },`;
}

const moment = (at: number): string => `Date.parse('${new Date(at).toISOString()}')`;

/** As a literal of the language, whatever is in it. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
