import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src/bot/commands';
import { createUnderstanding, readPhraseFile } from '../../../src/bot/understand';
import { ConfigError } from '../../../src/config';
import { configuredUnderstanding } from '../../../src/product/phrase-files';

const isWish = (name: string): boolean => commands.some((command) => command.name === name);
const listening = { lang: 'pt', role: 'customer', today: '2026-11-23' } as const;

describe('an operator’s own phrases', () => {
  it('are understood from then on', () => {
    const says = 'como anda minha caixinha da sorte';
    expect(createUnderstanding(commands).understand(says, listening).intent).not.toBe('statement');
    const { phrases, faults } = readPhraseFile('{"statement": ["minha caixinha da sorte"]}', 'pt', isWish);
    expect(faults).toEqual([]);
    const more = createUnderstanding(commands, { pt: phrases, en: new Map(), es: new Map() });
    expect(more.understand(says, listening).intent).toBe('statement');
  });

  it.each([
    ['{', /must be JSON/],
    ['{"balance": "um texto"}', /must be JSON/],
    ['{"balanço": ["meu balanço"]}', /there is no wish “balanço”/],
    ['{"balance": ["tenho 50"]}', /has a number/],
    ['{"balance": ["tenho {dinheiro}"]}', /\{dinheiro\}, which is none of/],
    ['{"balance": ["{number}"]}', /has no words/],
    ['{"balance": ["Meu  Trocado!"], "statement": ["meu trocado"]}', /under both balance and statement/],
  ])('with a fault are refused with it: %s', (text, fault) => {
    expect(readPhraseFile(text, 'pt', isWish).faults.join('\n')).toMatch(fault);
  });

  it('are refused at the start with all faults of all files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'phrases-'));
    const pt = join(folder, 'pt.json');
    writeFileSync(pt, '{"balanço": ["x"], "balance": ["tenho 5"]}');
    try {
      const start = (): unknown =>
        configuredUnderstanding({ phraseFiles: { pt, en: join(folder, 'none.json'), es: null } });
      expect(start).toThrow(ConfigError);
      expect(start).toThrow(/PHRASES_PT.*balanço.*\n.*PHRASES_PT.*number.*\n.*PHRASES_EN.*cannot be read/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
