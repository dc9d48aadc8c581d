import type { Command } from '../../../command';

export const patterns: Command['patterns'] = {
  pt: [
    '[(ver|mostrar|quero|quero ver|me mostra|manda|me manda|gera|gerar)] [(o|um|os)] (relatorio|relatorios|resultado|resultados) [(da loja|geral|de vendas)] [(de|da|do|dos|desta|deste|dessa|desse|nesta|neste|nos)] [{period}]',
    '(como foi|como foram) [(o|a|as)] [(vendas de|vendas da|vendas do)] {period}',
    '(quanto vendi|quanto vendemos|quanto a loja vendeu|resumo|faturamento) [(de|da|do|na|no)] {period}',
    '{definitions}',
    '[(quero|quero receber|me manda|manda|receber|enviar|ativar)] [o] relatorio {weekly}',
    '{stop} [o] relatorio {weekly}',
  ],
  en: [
    '[(see|show|show me|i want|give me|send me)] [(the|a)] (report|results|sales report) [(of|for|from)] [(the|my)] [{period}]',
    '{period} (report|results)',
    '(how was|how were) [(the|my)] [(sales of|sales)] {period}',
    '(how much did i sell|how much did we sell|summary|revenue) [(of|in|for)] [the] {period}',
    '{definitions}',
    '[(i want|send me|send)] [(the|a)] {weekly} report',
    '[(i want|send me|send)] [the] report {weekly}',
    '{stop} [the] {weekly} report',
  ],
  es: [
    '[(ver|mostrar|quiero|quiero ver|muestrame|envia|enviame|genera)] [(el|un|los)] (informe|reporte|resultado|resultados) [(de la tienda|general|de ventas)] [(de|de la|del|de los|de esta|de este)] [{period}]',
    '(como fue|como fueron) [(el|la|las)] [(ventas de|ventas de la|ventas del)] {period}',
    '(cuanto vendi|cuanto vendimos|resumen|facturacion) [(de|de la|del|en)] [(la|el)] {period}',
    '{definitions}',
    '[(quiero|quiero recibir|enviame|envia|recibir|activar)] [el] (informe|reporte) {weekly}',
    '{stop} [el] (informe|reporte) {weekly}',
  ],
};

export const examples: Command['examples'] = {
  pt: [
    { says: 'relatório', args: {} },
    { says: 'relatório da semana passada', args: { period: 'last-week' } },
    { says: 'relatório de outubro de 2026', args: { period: '2026-10' } },
    { says: 'relatório dos últimos 7 dias', args: { period: 'last-7-days' } },
    { says: 'relatório de 01/10/2026 a 15/10/2026', args: { period: '2026-10-01..2026-10-15' } },
    { says: 'como foi ontem?', args: { period: 'yesterday' } },
    { says: 'relatório toda semana', args: { weekly: true } },
    { says: 'parar relatório semanal', args: { stop: true, weekly: true } },
    { says: 'explicar o relatório', args: { definitions: true } },
  ],
  en: [
    { says: 'report', args: {} },
    { says: 'report for last week', args: { period: 'last-week' } },
    { says: 'report of October 2026', args: { period: '2026-10' } },
    { says: 'report for the last 7 days', args: { period: 'last-7-days' } },
    { says: 'how was yesterday?', args: { period: 'yesterday' } },
    { says: 'weekly report', args: { weekly: true } },
    { says: 'stop the weekly report', args: { stop: true, weekly: true } },
    { says: 'explain the report', args: { definitions: true } },
  ],
  es: [
    { says: 'informe', args: {} },
    { says: 'informe de la semana pasada', args: { period: 'last-week' } },
    { says: 'informe de octubre de 2026', args: { period: '2026-10' } },
    { says: 'informe de los últimos 7 días', args: { period: 'last-7-days' } },
    { says: '¿cómo fue ayer?', args: { period: 'yesterday' } },
    { says: 'informe cada semana', args: { weekly: true } },
    { says: 'parar el informe semanal', args: { stop: true, weekly: true } },
    { says: 'explicar el informe', args: { definitions: true } },
  ],
};
