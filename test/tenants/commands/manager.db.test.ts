import { provesClosed } from '../../support/command-matrix';
import { MANAGER } from '../../support/neighbours';

provesClosed(MANAGER, ['add-staff', 'remove-staff']);
