/**
 * Why an e-mail did not arrive, or that its reader marked it as spam; `hard`: nothing is sent there later, since it would not
 * arrive or is not wanted.
 */
export const MAIL_FAULTS = {
  'no-mailbox': 'hard',
  'no-domain': 'hard',
  full: 'soft',
  refused: 'soft',
  'not-reached': 'soft',
  complained: 'hard',
} as const;

export type MailFault = keyof typeof MAIL_FAULTS;

const BAD_SENDER = /^\.1\.[78]$/;

/**
 * By the status code of RFC 3463, such as `5.1.1`, and what the server said. A status that says nothing (`5.0.0`) gives way to
 * the code in the words; without any, a permanent refusal is the mailbox's.
 */
export function mailFault(status: string | null, words = ''): MailFault {
  const code = telling(status) ?? telling(/\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? null);
  if (code === null) return status?.startsWith('4') === true ? 'not-reached' : 'no-mailbox';
  const about = code.slice(1);
  if (about === '.2.2') return 'full';
  if (about.startsWith('.7.') || BAD_SENDER.test(about)) return 'refused';
  if (code.startsWith('4')) return 'not-reached';
  if (about === '.1.2' || about === '.4.4') return 'no-domain';
  return about.startsWith('.1.') || about === '.2.1' ? 'no-mailbox' : 'refused';
}

const telling = (code: string | null): string | null =>
  code === null || code.endsWith('.0.0') ? null : code;
