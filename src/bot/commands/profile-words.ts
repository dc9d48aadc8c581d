import type { DeclaredIdentity } from '../../loyalty';

/** A CPF as it is written: `529.982.247-25`. */
export const cpfText = (cpf: string): string => cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');

/** An identifier as it is shown to who has to compare it with a document. */
export const identityText = ({ kind, value }: DeclaredIdentity): string =>
  kind === 'cpf' ? `CPF ${cpfText(value)}` : value;
