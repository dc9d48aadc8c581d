import PostalMime from 'postal-mime';
import { MAIL_FAULTS, mailFault, type MailFault } from '../../loyalty';
import { tokensIn, type Named } from './token';

/** Of what came back beneath a report only its head names the message. */
const HEAD_BYTES = 65_536;

export interface MailReport {
  /** The messages that it may be about: of a genuine one the first is ours. */
  names: Named[];
  /** Null: it says neither that a message did not arrive nor that it was marked as spam, such as an absence note, or one of a delay. */
  fault: MailFault | null;
}

/**
 * Reads a mail that came to where returned mail goes: a delivery status notification (RFC 3464) is a `multipart/report`
 * with a `message/delivery-status` part, a reader's complaint (RFC 5965) one with a `message/feedback-report` part. Never
 * throws: what cannot be read is no report.
 */
export async function readReport(raw: Buffer): Promise<MailReport> {
  const nothing: MailReport = { names: [], fault: null };
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null);
  if (mail === null) return nothing;
  const head = mail.headers.map(({ key, value }) => `${key}: ${value}`).join('\n');
  const parts = mail.attachments.map(({ mimeType, content }) => ({ mimeType, text: textOf(content) }));
  const ofType = (type: RegExp): string[] =>
    parts.filter(({ mimeType }) => type.test(mimeType)).map(({ text }) => text);
  const [status] = ofType(/^message\/(global-)?delivery-status$/);
  const [feedback] = ofType(/^message\/feedback-report$/);
  const heads = ofType(/^(message\/(global|rfc822)|(text|message)\/(rfc822|global)-headers)$/).map(
    (text) => text.slice(0, HEAD_BYTES).split(/\r?\n\r?\n/, 1)[0] ?? '',
  );
  if (status !== undefined) return { names: tokensIn([head, ...heads].join('\n')), fault: worst(status) };
  if (feedback === undefined) return nothing;
  // A mail service may leave out the head, and say only from where it came (Original-Mail-From).
  const names = tokensIn([head, feedback.slice(0, HEAD_BYTES), ...heads].join('\n'));
  return { names, fault: isComplaint(feedback) ? 'complained' : null };
}

/** Those by which a reader says that they did not want it; the others are about viruses, or that it is no spam. */
const COMPLAINTS: ReadonlySet<string | undefined> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

const isComplaint = (feedback: string): boolean =>
  groupsOf(feedback).some((fields) => COMPLAINTS.has(fields.get('feedback-type')?.toLowerCase()));

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');

/** Of all recipients whom it could not reach for good: one that is gone before one that may come back. */
function worst(status: string): MailFault | null {
  const faults = groupsOf(status).flatMap((fields) =>
    fields.get('action')?.toLowerCase() === 'failed'
      ? [
          mailFault(
            /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
            fields.get('diagnostic-code'),
          ),
        ]
      : [],
  );
  return faults.find((fault) => MAIL_FAULTS[fault] === 'hard') ?? faults[0] ?? null;
}

/** RFC 3464 section 2.1: groups of fields, apart by empty lines; a line that begins with a blank goes on from the one before. */
function groupsOf(text: string): Map<string, string>[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = group.replaceAll(/\n[ \t]+/g, ' ').matchAll(/^([\w-]+):[ \t]*(.*)$/gm);
      return new Map([...fields].map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
    });
}
