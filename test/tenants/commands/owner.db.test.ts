import { provesClosed } from '../../support/command-matrix';
import { OWNER } from '../../support/shop';

provesClosed(OWNER, ['add-staff', 'export', 'remove-staff', 'reset-pin']);
