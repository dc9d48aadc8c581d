import type { ConnectionNotice, StaffNotice } from '../../loyalty';
import type { Messages } from './catalogue';
import { cleanName } from './clean';

export const isAboutConnection = (notice: StaffNotice): notice is ConnectionNotice =>
  notice.kind === 'smartpos-connected';

export function renderConnectionNotice({ company }: ConnectionNotice, { smartpos }: Messages): string {
  return smartpos.connected(company === null ? null : cleanName(company));
}
