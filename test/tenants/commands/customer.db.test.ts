import { provesClosed } from '../../support/command-matrix';
import { ANA } from '../../support/shop';

// A customer of both shops.
provesClosed(ANA);
