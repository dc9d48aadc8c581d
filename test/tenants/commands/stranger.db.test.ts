import { provesClosed } from '../../support/command-matrix';

provesClosed('+5511988880099');
