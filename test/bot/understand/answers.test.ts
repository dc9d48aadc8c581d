import { isCancel, isNo, isYes } from '../../../src/bot/understand';
import type { Language } from '../../../src/loyalty';

type Row = [Language, string];

describe('answers', () => {
  it.each<Row>([
    ['pt', 'sim'],
    ['pt', 'SIM!!'],
    ['pt', 'simmm'],
    ['pt', 's'],
    ['pt', 'pode sim, obrigada'],
    ['pt', 'isso mesmo'],
    ['pt', 'Claro 😊'],
    ['en', 'yes please'],
    ['en', 'yep'],
    ['en', 'ok thanks'],
    ['es', 'sí'],
    ['es', 'dale'],
    ['es', 'claro que sí'],
  ])('yes in %s: %s', (lang, text) => {
    expect([isYes(text, lang), isNo(text, lang), isCancel(text, lang)]).toEqual([true, false, false]);
  });

  it.each<Row>([
    ['pt', 'não'],
    ['pt', 'n'],
    ['pt', 'naum, obrigado'],
    ['pt', 'agora não'],
    ['en', 'no'],
    ['en', 'nope'],
    ['en', 'no thanks'],
    ['es', 'no gracias'],
    ['es', 'mejor no'],
  ])('no in %s: %s', (lang, text) => {
    expect([isYes(text, lang), isNo(text, lang)]).toEqual([false, true]);
  });

  it.each<Row>([
    ['pt', 'cancelar'],
    ['pt', 'Cancela por favor'],
    ['pt', 'esquece'],
    ['en', 'cancel that'],
    ['en', 'forget it'],
    ['es', 'cancela'],
    ['es', 'olvídalo'],
  ])('cancel in %s: %s', (lang, text) => {
    expect([isYes(text, lang), isCancel(text, lang)]).toEqual([false, true]);
  });

  it.each<Row>([
    ['pt', 'sim mas só amanhã'],
    ['pt', 'sim e não'],
    ['pt', 'não sei'],
    ['pt', 'quero 20'],
    ['pt', 'acho que sim'],
    ['pt', ''],
    ['pt', 'obrigado'],
    ['en', 'yes but only 10'],
    ['en', 'no problem, redeem it'],
    ['es', 'si puedo'],
    ['es', 'no sé'],
  ])('none of them in %s: "%s"', (lang, text) => {
    expect([isYes(text, lang), isNo(text, lang), isCancel(text, lang)]).toEqual([false, false, false]);
  });
});
