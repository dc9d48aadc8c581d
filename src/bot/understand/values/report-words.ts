import type { ExportKind, Language } from '../../../loyalty';

/** What the figures of a report mean. */
export const DEFINITIONS: Record<Language, readonly string[]> = {
  pt: [
    'definicoes',
    'definicoes do relatorio',
    'explicar o relatorio',
    'explica o relatorio',
    'ajuda do relatorio',
  ],
  en: [
    'definitions',
    'definitions of the report',
    'explain the report',
    'help with the report',
    'report definitions',
  ],
  es: [
    'definiciones',
    'definiciones del informe',
    'explicar el informe',
    'explica el informe',
    'ayuda del informe',
  ],
};

export const WEEKLY: Record<Language, readonly string[]> = {
  pt: ['toda semana', 'semanal', 'semanalmente', 'toda segunda', 'por semana'],
  en: ['every week', 'weekly', 'each week', 'every monday'],
  es: ['cada semana', 'semanal', 'semanalmente', 'todas las semanas', 'todos los lunes'],
};

export const STOP: Record<Language, readonly string[]> = {
  pt: ['parar', 'parar de mandar', 'para de mandar', 'desligar', 'cancelar', 'nao quero mais', 'nao mandar'],
  en: ['stop', 'stop sending', 'turn off', 'cancel', 'no more'],
  es: ['parar', 'dejar de enviar', 'no quiero mas', 'desactivar', 'cancelar'],
};

/** What can be had as a file. */
export const EXPORTED: Record<Language, Record<ExportKind, readonly string[]>> = {
  pt: {
    sales: ['vendas', 'venda', 'compras'],
    customers: ['clientes', 'cliente', 'lista de clientes'],
    ledger: ['extrato', 'lancamentos', 'cashback', 'pontos'],
    vouchers: ['vouchers', 'voucher', 'vales', 'cupons'],
    campaign: ['campanha', 'grupos da campanha'],
  },
  en: {
    sales: ['sales', 'purchases'],
    customers: ['customers', 'customer list', 'clients'],
    ledger: ['ledger', 'statement', 'cashback', 'points'],
    vouchers: ['vouchers', 'voucher', 'coupons'],
    campaign: ['campaign', 'groups of campaign'],
  },
  es: {
    sales: ['ventas', 'compras'],
    customers: ['clientes', 'lista de clientes'],
    ledger: ['extracto', 'movimientos', 'cashback', 'puntos'],
    vouchers: ['vales', 'vale', 'vouchers', 'cupones'],
    campaign: ['campana', 'grupos de la campana'],
  },
};
