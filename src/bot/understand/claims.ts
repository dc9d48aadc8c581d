import { LANGUAGES, type Language } from '../../loyalty';
import type { Command } from '../command';
import { commonSentence } from './overlap';
import { compilePattern, type Pattern } from './pattern';

export const patternsOf = (
  commands: readonly Command[],
  lang: Language,
): ReadonlyMap<Command, readonly Pattern[]> =>
  new Map(
    commands.map((command) => [command, command.patterns[lang].map((one) => compilePattern(one, lang))]),
  );

/** What two commands of customers, or two of staff, both claim: there must be nothing, which a test sees to. */
export function claimedTwice(commands: readonly Command[]): string[] {
  return LANGUAGES.flatMap((lang) => {
    const all = [...patternsOf(commands, lang)].flatMap(([command, ofIt]) =>
      ofIt.map((pattern) => ({ command, pattern })),
    );
    return all.flatMap((a, i) => all.slice(i + 1).flatMap((b) => claimedBy(a, b)));
  });
}

interface Claim {
  command: Command;
  pattern: Pattern;
}

function claimedBy(a: Claim, b: Claim): string[] {
  if (a.command === b.command || isStaffs(a.command) !== isStaffs(b.command)) return [];
  const said = commonSentence(a.pattern, b.pattern);
  return said === null ? [] : [`"${said}" is claimed by ${a.command.name} and by ${b.command.name}`];
}

const isStaffs = ({ who }: Command): boolean => who !== 'customer';
