import type { Language } from '../../loyalty';
import type { Choice, Choices } from '../channel';
import type { Command, CommandName, Example, Reply } from '../command';
import type { Messages } from '../messages';

const NUMBERED = /^(\d{1,2})\. (.+)$/;
const QUOTED = /“([^”]{1,20})”/g;

/**
 * What an answer lets its reader choose, for channels that show buttons: the lines that it numbers, and the words that its
 * question puts in quotes. A wish from the menu is said in words, so that it means the same whenever it is tapped; a number or
 * a yes means something only to the question that is open. Null where the answer asks nothing of the kind.
 */
export function choicesOf(
  { text }: Pick<Reply, 'text'>,
  step: string,
  data: Record<string, unknown>,
  { lang, say }: { lang: Language; say: Messages },
  commandOf: (name: CommandName) => Command | undefined,
): Choices | null {
  const lines = text.split('\n');
  const wishes = step === 'choose' ? (data as { options?: readonly CommandName[] }).options : undefined;
  const numbered = lines.flatMap((line) => {
    const [, number = '', words] = NUMBERED.exec(line) ?? [];
    if (words === undefined) return [];
    const wish = wishes?.[Number(number) - 1];
    // One that names an amount or a code is only an example of it.
    const plain = wish === undefined ? undefined : commandOf(wish)?.examples[lang].find(isPlain);
    const says = plain?.says;
    return [choice(words, says ?? number, says !== undefined)];
  });
  const question = lines.at(-1) ?? '';
  const quoted = NUMBERED.test(question)
    ? []
    : [...question.matchAll(QUOTED)].map(([, word = '']) => choice(capitalised(word), word, false));
  const options = [...numbered, ...quoted];
  return options.length === 0 ? null : { title: say.channel.options, options };
}

const isPlain = ({ args }: Example): boolean => Object.keys(args).length === 0;

/** The menu says after each wish how it is said: a button needs only its name. */
const choice = (words: string, says: string, anytime: boolean): Choice => ({
  label: words.replace(/: “[^”]*”$/, '').replaceAll(/[*_~`]/g, ''),
  says,
  anytime,
});

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
