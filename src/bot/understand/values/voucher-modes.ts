import type { Language, VoucherMode } from '../../../loyalty';

/** How vouchers are validated. */
export const MODES: Record<Language, Record<VoucherMode, readonly string[]>> = {
  pt: {
    counter: ['balcao', 'no balcao', 'atendente', 'chat'],
    'connected-till': ['caixa conectado', 'caixa', 'no caixa', 'conectado'],
    automatic: ['automatico', 'automatica'],
    manual: ['manual'],
  },
  en: {
    counter: ['counter', 'at the counter', 'chat'],
    'connected-till': ['connected till', 'till', 'connected'],
    automatic: ['automatic'],
    manual: ['manual'],
  },
  es: {
    counter: ['mostrador', 'en el mostrador', 'chat'],
    'connected-till': ['caja conectada', 'caja', 'en la caja', 'conectada'],
    automatic: ['automatico', 'automatica'],
    manual: ['manual'],
  },
};
