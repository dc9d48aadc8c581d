import { provesClosed } from '../../support/command-matrix';
import { CASHIER } from '../../support/shop';

provesClosed(CASHIER);
