import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learn, taught } from '../../../src/bot/understand/guess/book/learning';
import { readLearnt, writeLearnt } from '../../../src/bot/understand/guess/book/learnt-file';
import { PhraseBook } from '../../../src/bot/understand/guess/book/phrase-book';
import { Meanings } from '../../../src/bot/understand/guess/meanings';

const meanings = new Meanings('pt');
const staff = learn(
  new Map([
    ['balance', ['meu saldo', 'quanto tenho', 'ver meu saldo']],
    ['statement', ['meu extrato', 'o que ganhei']],
    ['none', ['que calor hoje']],
  ]),
  meanings,
);
const customers = learn(
  new Map([
    ['balance', ['saldo']],
    ['none', ['oi']],
  ]),
  meanings,
);

describe('what the build learnt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'learnt-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read back as it was written, from the same source alone', () => {
    const own = { words: ['saldo', 'extrato'], customers, staff };
    writeLearnt('pt', 'source', own, folder);
    expect(readLearnt('pt', () => 'source', folder)).toEqual(own);
    expect(readLearnt('pt', () => 'another', folder)).toBeNull();
    expect(readLearnt('es', () => 'source', folder)).toBeNull();
  });

  it('tells its own phrases apart', () => {
    const book = new PhraseBook(staff, meanings);
    expect(book.nearest('quanto tenho de saldo')[0]?.label).toBe('balance');
    expect(book.nearest('o meu extrato')[0]?.label).toBe('statement');
  });

  it('can be taught more without forgetting', () => {
    const more = new PhraseBook(
      taught(staff, new Map([['statement', ['puxa a capivara']]]), meanings),
      meanings,
    );
    expect(more.nearest('puxa a capivara ai')[0]?.label).toBe('statement');
    expect(more.nearest('ver saldo')[0]?.label).toBe('balance');
  });
});
