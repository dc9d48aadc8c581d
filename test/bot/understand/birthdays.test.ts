import { parseBirthday } from '../../../src/bot/understand';
import type { Language } from '../../../src/loyalty';

describe('a birthday', () => {
  const days: readonly (readonly [string, Language, string | null])[] = [
    ['31/02', 'pt', 'impossible'],
    ['30 de fevereiro', 'pt', 'impossible'],
    ['31/04/1990', 'pt', 'impossible'],
    ['15/13', 'pt', 'impossible'],
    ['29/02', 'pt', '02-29'],
    ['february 30th', 'en', 'impossible'],
    ['13/25', 'en', 'impossible'],
    ['3/4', 'en', 'unclear'],
    ['31 de junio', 'es', 'impossible'],
    ['30 de junio', 'es', '06-30'],
    ['amanhã', 'pt', null],
    ['52,90', 'pt', null],
  ];

  it.each(days)('%s in %s is %s', (says, lang, birthday) => {
    expect(parseBirthday(says, lang)).toBe(birthday);
  });
});
