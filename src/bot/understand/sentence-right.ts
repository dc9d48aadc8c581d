import type { Language } from '../../loyalty';
import { normalise } from './normalise';

const FIGURE =
  /(?:r\$\s*)?\d+(?:[.,]\d+)*(?:\s*(?:%|por\s?cento|por\s?ciento|per\s?cent|reais|real|reales|dias?|d[ií]as?|days?|pontos?|puntos?|points?)(?!\p{L}))?/giu;

interface Figure {
  written: string;
  start: number;
  end: number;
  unit: '%' | 'money' | 'days' | 'points' | 'none';
}

const figuresIn = (text: string): Figure[] =>
  [...text.matchAll(FIGURE)].map(({ 0: written, index }) => ({
    written,
    start: index,
    end: index + written.length,
    unit: unitOf(written),
  }));

function unitOf(written: string): Figure['unit'] {
  if (/%|cento|ciento|cent/iu.test(written)) return '%';
  if (/r\$|rea[il]/iu.test(written)) return 'money';
  if (/d[ií]a|day/iu.test(written)) return 'days';
  return /p[ou]/iu.test(written) ? 'points' : 'none';
}

/** Beside a figure, no part of the sentence that it is put into. */
const FILLERS = new Set('e eh era sao foi de do da com por is was it of es fue son del'.split(' '));

const wordsOf = (text: string, lang: Language): string[] =>
  normalise(text, lang)
    .split(' ')
    .filter((word) => /[a-z\d]/.test(word));

const withoutFillers = (words: readonly string[]): string[] => words.filter((word) => !FILLERS.has(word));

/**
 * A sentence with the figure of a correction in the place of each of its own that it may be meant for: of the same unit,
 * after the same words. What else the correction says stands after it, where it was not there. Empty where it has no
 * figure or several.
 */
export function sentencesRight(sentence: string, correction: string, lang: Language): string[] {
  const [figure, another] = figuresIn(correction);
  if (figure === undefined || another !== undefined) return [];
  const lead = withoutFillers(wordsOf(correction.slice(0, figure.start), lang));
  const tail = correction.slice(figure.end).replace(/[\s.!]+$/u, '');
  return figuresIn(sentence)
    .filter(({ unit }) => figure.unit === 'none' || unit === figure.unit || unit === 'none')
    .filter(({ start }) => endsWith(withoutFillers(wordsOf(sentence.slice(0, start), lang)), lead))
    .map((before) => {
      const put = figure.unit === 'none' ? inUnit(before, figure.written) : figure.written;
      const after = sentence.slice(before.end);
      const isThere = ` ${wordsOf(after, lang).join(' ')} `.startsWith(` ${wordsOf(tail, lang).join(' ')} `);
      const more = wordsOf(tail, lang).length === 0 || isThere ? '' : tail;
      return sentence.slice(0, before.start) + put + after + more;
    });
}

const inUnit = ({ written }: Figure, number: string): string => written.replace(/\d+(?:[.,]\d+)*/u, number);

const endsWith = (words: readonly string[], last: readonly string[]): boolean =>
  last.length === 0 || words.slice(-last.length).join(' ') === last.join(' ');
