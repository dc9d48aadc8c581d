import QRCode from 'qrcode';
import type { ChannelStatus } from '../channel';

/**
 * Draws each new QR code by which a shop's number is linked, and says once that it is, on the terminal of whoever started
 * the program: never into a log, since who scans it has the shop's conversations.
 */
export function drawCodes(write: (text: string) => void): (shop: number, status: ChannelStatus) => void {
  const drawn = new Map<number, string>();
  return (shop, { state, qr }) => {
    if (qr !== undefined && drawn.get(shop) !== qr) {
      drawn.set(shop, qr);
      const how = `Shop ${shop}: scan this in WhatsApp, Linked devices, Link a device.`;
      void QRCode.toString(qr, { type: 'terminal', small: true }).then((code) =>
        write(`\n${code}\n${how}\n`),
      );
    }
    if (state === 'ready' && drawn.delete(shop)) write(`Shop ${shop}: its number is linked.\n`);
  };
}
