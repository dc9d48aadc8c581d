/** Mail servers' own words, as they differ: each a report (RFC 3464) of what was sent from `sender` under `messageId`. */
export interface Returned {
  /** The envelope's sender: where it comes back to. */
  sender: string;
  messageId: string;
  address?: string;
}

const lines = (...all: string[]): string => all.join('\r\n');

function report(
  { sender, messageId, address = 'ana@example.com' }: Returned,
  fields: readonly string[],
  { returned = 'message/rfc822', type = 'delivery-status' } = {},
): string {
  const beneath =
    returned === ''
      ? []
      : [
          '--b1',
          `Content-Type: ${returned}`,
          '',
          `Message-ID: ${messageId}`,
          `To: ${address}`,
          'Subject: Oi',
          '',
          '',
        ];
  return lines(
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    `To: <${sender}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type};`,
    '\tboundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--b1',
    `Content-Type: message/${type}`,
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Mon, 23 Nov 2026 14:31:07 -0300 (BRT)',
    '',
    ...fields.map((field) => field.replaceAll('{address}', address)),
    '',
    ...beneath,
    '--b1--',
    '',
  );
}

const failed = (status: string, diagnostic: string): string[] => [
  'Final-Recipient: rfc822; {address}',
  'Original-Recipient: rfc822;{address}',
  'Action: failed',
  `Status: ${status}`,
  `Diagnostic-Code: ${diagnostic}`,
];

/** As Postfix says it, its long line folded. */
export const noMailbox = (of: Returned): string =>
  report(
    of,
    failed(
      '5.1.1',
      'smtp; 550-5.1.1 The email account that you tried to reach does not exist.\r\n    550 5.1.1 Please try double-checking it',
    ),
  );

/** As Exchange says it: nothing beneath, the status with a comment. */
export const noDomain = (of: Returned): string =>
  report(of, failed('5.4.4 (unable to route: dns lookup failure)', 'smtp;550 5.4.4 no such domain'), {
    returned: '',
  });

/** Only the head beneath, as many do; the status says nothing, the words do. */
export const full = (of: Returned): string =>
  report(of, failed('5.0.0', 'smtp; 552-5.2.2 The recipient’s inbox is out of storage space'), {
    returned: 'text/rfc822-headers',
  });

/** Tried for days, and given up. */
export const notReached = (of: Returned): string =>
  report(of, failed('4.4.1', 'X-Postfix; connect to mx.example[192.0.2.1]:25: Connection timed out'));

/** It is tried still. */
export const delayed = (of: Returned): string =>
  report(of, [
    'Final-Recipient: rfc822; {address}',
    'Action: delayed',
    'Status: 4.4.1',
    'Will-Retry-Until: Fri, 27 Nov 2026 14:31:07 -0300',
  ]);

/** It was read (RFC 8098). */
export const readReceipt = (of: Returned): string =>
  report(
    of,
    ['Final-Recipient: rfc822; {address}', 'Disposition: automatic-action/MDN-sent-automatically; displayed'],
    {
      type: 'disposition-notification',
    },
  );

/** Somebody is away. */
export const absence = ({ sender }: Returned): string =>
  lines(
    'From: ana@example.com',
    `To: ${sender}`,
    'Subject: Estou de férias',
    'Auto-Submitted: auto-replied',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Action: failed, diria meu chefe. Status: 5.1.1',
    '',
  );
