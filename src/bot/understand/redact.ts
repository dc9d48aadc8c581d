import { plain } from './normalise';

/** Words after which people say who they are. */
const INTRODUCED =
  /^(?:chamo|sou|nome|dona|seu|sr|sra|senhor|senhora|don|dona|doña|senor|llamo|soy|name|mr|mrs|ms|miss|called|aqui e|eh)$/;
const ARTICLES = /^(?:o|a|e|é|el|la|es|is|am|me)$/;

/** Common first names, which are written without a capital in a chat. */
const FIRST_NAMES = new Set(
  `ana maria jose joao antonio francisco carlos paulo pedro lucas luiz luis marcos gabriel rafael daniel marcelo bruno eduardo
  felipe rodrigo manoel manuel fernando gustavo andre fabio ricardo julia juliana amanda camila leticia mariana beatriz bia
  larissa fernanda patricia adriana aline sandra marcia vera lucia rosa rita cida aparecida joana carla bruna jessica vanessa
  debora claudia simone cristina helena luana isabela sofia laura alice caio diego thiago tiago leonardo vinicius matheus mateus
  guilherme henrique roberto sergio jorge miguel arthur davi joaquim raimundo sebastiao benedito severino edson wilson
  john mary james robert michael william david richard thomas jennifer linda elizabeth susan jessica sarah karen nancy
  juan carmen javier pablo diego andres alejandro sofia valentina camila lucia martina elena pilar rosa raul`.split(
    /\s+/,
  ),
);

/**
 * What somebody wrote, without what tells who they or others are: e-mails, links, numbers and codes become signs in braces, and
 * so do names: those given, common ones, those after "me chamo" and the like, and words with a capital that the conversation does not
 * know.
 */
export function redacted(
  text: string,
  { names, knows }: { names: readonly string[]; knows: (word: string) => boolean },
): string {
  const said = new Set(names.flatMap((name) => plain(name).split(/[^\p{L}]+/u)));
  const isNamed = (word: string, written: string, introduced: boolean): boolean => {
    if (word.startsWith('{')) return false;
    if (said.has(written) || FIRST_NAMES.has(written)) return true;
    return !knows(written) && (introduced || /^\p{Lu}/u.test(word));
  };
  const words = text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\S+@\S+/g, ' {email} ')
    .replaceAll(/(?:https?:\/\/|www\.)\S+/gi, ' {link} ')
    .replaceAll(/(?<![\p{L}\d])[\p{L}\d]{4}-[\p{L}\d]{4}(?![\p{L}\d])/gu, ' {code} ')
    .replaceAll(/\p{L}*[+(]?\d(?:[\d\s().,/:-]*\d)?\p{L}*/gu, ' {number} ')
    .split(/[^\p{L}\p{M}'’{}]+/u)
    .filter((word) => word !== '');
  const out: string[] = [];
  let introduced = false;
  for (const word of words) {
    const written = plain(word);
    const isName = isNamed(word, written, introduced);
    const shown = isName ? '{name}' : word.toLowerCase();
    if (shown !== out.at(-1) || !shown.startsWith('{')) out.push(shown);
    introduced = isName || INTRODUCED.test(written) || (introduced && ARTICLES.test(written));
  }
  return out.join(' ');
}
