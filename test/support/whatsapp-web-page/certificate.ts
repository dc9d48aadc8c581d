import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const OCTET_STRING = 0x04;
/** Within a certificate: its version, its extensions, and an address in a list of names. */
const [VERSION, EXTENSIONS, IP_ADDRESS] = [0xa0, 0xa3, 0x87];

/** DER of 1.2.840.10045.4.3.2 (ECDSA with SHA-256) and 2.5.4.3 (common name). */
const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
/** 2.5.29.17 (subject alternative name). */
const ALTERNATIVE_NAME = Buffer.from('551d11', 'hex');

const DAY_MS = 86_400_000;

/** One DER value: tag, length, content (X.690, sections 8.1 and 10.1). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function utcTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(UTC_TIME, Buffer.from(`${digits}Z`));
}

/** What makes a certificate hold for an address (RFC 5280, section 4.2.1.6). */
function holdsFor(ip: string): { version: Buffer[]; extensions: Buffer[] } {
  const names = der(SEQUENCE, der(IP_ADDRESS, Buffer.from(ip.split('.').map(Number))));
  const extension = der(SEQUENCE, der(OBJECT_ID, ALTERNATIVE_NAME), der(OCTET_STRING, names));
  return {
    version: [der(VERSION, der(INTEGER, Buffer.from([2])))],
    extensions: [der(EXTENSIONS, der(SEQUENCE, extension))],
  };
}

/**
 * A key and a self-signed certificate (X.509, RFC 5280; of version 1 where it holds for a name alone) for one day, in
 * PEM; made anew for each use, so that none lies in the repository.
 */
export function selfSignedCertificate(name: string, ip?: string): { key: string; cert: string } {
  const { version, extensions } = ip === undefined ? { version: [], extensions: [] } : holdsFor(ip);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicDer = publicKey.export({ type: 'spki', format: 'der' });
  const serial = createHash('sha256').update(randomBytes(16)).digest().subarray(0, 8);
  serial[0] = 0x40;
  const algorithm = der(SEQUENCE, der(OBJECT_ID, ECDSA_WITH_SHA256));
  const attribute = der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(UTF8_STRING, Buffer.from(name)));
  const holder = der(SEQUENCE, der(SET, attribute));
  const now = Date.now();
  const validity = der(SEQUENCE, utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS)));
  const body = der(
    SEQUENCE,
    ...version,
    der(INTEGER, serial),
    algorithm,
    holder,
    validity,
    holder,
    publicDer,
    ...extensions,
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = der(SEQUENCE, body, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
