import type { Returned } from './returned-mail';

/** What may stand in a complaint of the message that came from `sender` under `messageId`. */
interface Of extends Returned {
  feedbackType?: string;
}

const BOUNDARY = 'part1_13d.2e68ed54_boundary';

const report = (fields: readonly string[], beneath: readonly string[], about: string): string =>
  [
    'From: <abusedesk@example.com>',
    'Date: Thu, 8 Mar 2005 17:40:36 EDT',
    'Subject: FW: Earn money',
    'To: <abuse@example.net>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report;',
    `     boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset="US-ASCII"',
    'Content-Transfer-Encoding: 7bit',
    '',
    `This is an email abuse report for an email message${about} received from IP`,
    '192.0.2.1 on Thu, 8 Mar 2005 14:00:00 EDT.  For more information',
    'about this format please see http://www.mipassoc.org/arf/.',
    '',
    `--${BOUNDARY}`,
    'Content-Type: message/feedback-report',
    '',
    ...fields,
    '',
    ...beneath,
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');

const beneath = ({ messageId }: Returned, type = 'message/rfc822'): string[] => [
  `--${BOUNDARY}`,
  `Content-Type: ${type}`,
  'Content-Disposition: inline',
  '',
  'Received: from mailserver.example.net',
  '     (mailserver.example.net [192.0.2.1])',
  '     by example.com with ESMTP id M63d4137594e46;',
  '     Thu, 08 Mar 2005 14:00:00 -0400',
  'From: <somespammer@example.net>',
  'To: <Undisclosed Recipients>',
  'Subject: Earn money',
  'MIME-Version: 1.0',
  'Content-type: text/plain',
  `Message-ID: ${messageId}`,
  'Date: Thu, 02 Sep 2004 12:31:03 -0500',
  '',
  'Spam Spam Spam',
];

/** RFC 5965, appendix B.1, with the message's own id. */
export const simple = (of: Of): string =>
  report(
    [`Feedback-Type: ${of.feedbackType ?? 'abuse'}`, 'User-Agent: SomeGenerator/1.0', 'Version: 1'],
    beneath(of),
    '',
  );

/** RFC 5965, appendix B.2, with where the message came from and its own id. */
export const full = (of: Of, more = beneath(of)): string =>
  report(
    [
      `Feedback-Type: ${of.feedbackType ?? 'abuse'}`,
      'User-Agent: SomeGenerator/1.0',
      'Version: 1',
      `Original-Mail-From: <${of.sender}>`,
      'Original-Rcpt-To: <user@example.com>',
      'Arrival-Date: Thu, 8 Mar 2005 14:00:00 EDT',
      'Reporting-MTA: dns; mail.example.com',
      'Source-IP: 192.0.2.1',
      'Authentication-Results: mail.example.com;',
      '               spf=fail smtp.mail=somespammer@example.com',
      'Reported-Domain: example.net',
      'Reported-Uri: http://example.net/earn_money.html',
      'Reported-Uri: mailto:user@example.com',
      'Removal-Recipient: user@example.com',
    ],
    more,
    '',
  );

/** Only the head of the message beneath, as section 2 allows. */
export const headOnly = (of: Of): string => full(of, beneath(of, 'text/rfc822-headers'));

/** Nothing beneath, as services do that hide whose message it was. */
export const bare = (of: Of): string => full(of, []);
