import { commands } from '../bot/commands';
import { keepLearnt } from '../bot/understand';

/** A step of the build: what is learnt of the phrase books is kept beside the compiled code. */
keepLearnt(commands);
