import QRCode from 'qrcode';

/** Where a consumer in São Paulo looks up a receipt; nothing here ever opens it. */
const LOOK_UP = 'https://www.nfce.fazenda.sp.gov.br/qrcode';
const PRODUCTION = '1';

/**
 * What a phone's photo of a receipt shows of its QR code, as PNG: version 3 of the NFC-e's, issued online (Manual de
 * Especificações Técnicas do DANFE NFC-e e QR Code). A drawn code, without the paper around it.
 */
export function receiptPhoto(fiscalKey: string): Promise<Buffer> {
  return QRCode.toBuffer(`${LOOK_UP}?p=${fiscalKey}|3|${PRODUCTION}`, { margin: 4, width: 480 });
}
