const ACQUIRERS: Readonly<Record<string, string>> = { pagbank: 'PagBank', sumup: 'SumUp' };

/** `mercado-pago` as its owner writes it. */
export function acquirerName(id: string): string {
  return (
    ACQUIRERS[id] ??
    id.replaceAll(
      /(^|-)([a-z])/g,
      (_all, dash: string, letter: string) => `${dash === '' ? '' : ' '}${letter.toUpperCase()}`,
    )
  );
}
