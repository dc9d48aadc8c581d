import type { Language, VoucherMode } from '../../../loyalty';

/** How vouchers are validated. */
export const MODES: Record<Language, Record<VoucherMode, readonly string[]>> = {
  pt: {
    counter: ['balcao', 'no balcao', 'atendente', 'chat'],
    'connected-till': ['caixa conectado', 'caixa', 'no caixa', 'conectado'],
    automatic: ['automatico', 'automatica', 'automaticamente', 'sozinho', 'sozinhos', 'sozinha'],
    manual: ['manual', 'manualmente'],
  },
  en: {
    counter: ['counter', 'at the counter', 'chat'],
    'connected-till': ['connected till', 'till', 'connected'],
    automatic: ['automatic', 'automatically', 'by itself', 'by themselves', 'on its own', 'on their own'],
    manual: ['manual', 'manually', 'by hand'],
  },
  es: {
    counter: ['mostrador', 'en el mostrador', 'chat'],
    'connected-till': ['caja conectada', 'caja', 'en la caja', 'conectada'],
    automatic: [
      'automatico',
      'automatica',
      'automaticamente',
      'descuente solo',
      'descuenten solos',
      'use solo',
      'aplique solo',
      'baje solo',
    ],
    manual: ['manual', 'manualmente', 'a mano'],
  },
};
