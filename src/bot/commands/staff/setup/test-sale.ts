import { startTest } from '../../../../loyalty';
import type { Command } from '../../../command';
import { staffOf } from '../../answers';

/** What comes is reported by test-reports.ts. */
export const testSale: Command = {
  name: 'test-sale',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '(testar|testa|fazer|faz) [(a|uma)] venda [de teste]',
      '[(fazer|faz)] [(a|uma)] venda (de teste|de referencia)',
    ],
    en: ['(test|try) [(a|the)] sale', '[(make|do)] [(a|the)] (test|reference) sale'],
    es: ['(probar|prueba) [(una|la)] venta', '[(hacer|haz)] [(una|la)] venta de (prueba|referencia)'],
  },
  examples: {
    pt: [
      { says: 'testar venda', args: {} },
      { says: 'venda de teste', args: {} },
    ],
    en: [
      { says: 'test sale', args: {} },
      { says: 'make a test sale', args: {} },
    ],
    es: [
      { says: 'probar venta', args: {} },
      { says: 'venta de prueba', args: {} },
    ],
  },
  async handle(turn) {
    const { work, chatId, lang: language, say } = turn;
    const started = await startTest(work, { by: staffOf(turn), chatId, language });
    return {
      text: started.ok ? say.testSale.started : say.testSale.notConnected(say.status.next.connection),
    };
  },
};
