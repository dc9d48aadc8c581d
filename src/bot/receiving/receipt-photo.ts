import { readFileSync } from 'node:fs';
import type { ReadResult } from 'zxing-wasm/reader';
import { readReceiptCode, type ReceiptCode } from '../understand';

/** A phone's largest photos have about 50 megapixels, WhatsApp's two: more is no photo but an attack on our memory. */
const LARGEST_PIXELS = 60_000_000;

type Reader = (bytes: Uint8Array) => Promise<ReadResult[]>;

let reader: Reader | undefined;

/** The decoder, loaded with the first photo: WebAssembly from the package's own file, nothing is fetched. */
function loadReader(): Reader {
  const { prepareZXingModule, readBarcodes } =
    require('zxing-wasm/reader') as typeof import('zxing-wasm/reader');
  const file = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  return (bytes) =>
    readBarcodes(bytes, { formats: ['QRCode'], tryHarder: true, tryDownscale: true, maxNumberOfSymbols: 4 });
}

/** The receipt whose QR code is in a JPEG or PNG; null where there is none, and for what is no such picture. */
export async function receiptIn(picture: Buffer): Promise<ReceiptCode | null> {
  for (const text of await qrTextsIn(picture)) {
    const receipt = readReceiptCode(text);
    if (receipt !== null) return receipt;
  }
  return null;
}

/** What the QR codes in a JPEG or PNG say; nothing for what is no such picture. */
export async function qrTextsIn(picture: Buffer): Promise<string[]> {
  const size = sizeOf(picture);
  if (size === null || size.width * size.height > LARGEST_PIXELS) return [];
  reader ??= loadReader();
  const found = await reader(picture).catch(() => []);
  return found.map(({ text }) => text);
}

/** From the picture's own header, before anything is unpacked. */
function sizeOf(picture: Buffer): { width: number; height: number } | null {
  if (picture.length >= 24 && picture.readUInt32BE(0) === 0x89504e47)
    return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
  return picture.length >= 4 && picture.readUInt16BE(0) === 0xffd8 ? sizeOfJpeg(picture) : null;
}

/** The frame header (SOF0 to SOF15 without DHT, JPG and DAC) is found by following the segments. */
function sizeOfJpeg(picture: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 <= picture.length;) {
    if (picture[at] !== 0xff) return null;
    const marker = picture[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: picture.readUInt16BE(at + 5), width: picture.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + picture.readUInt16BE(at + 2);
  }
  return null;
}
