const BYTE_ORDER_MARK = 0xfeff;

/** What is sent as UTF-8, without the mark that some put before it and that is no JSON (RFC 8259, section 8.1). */
export function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}
