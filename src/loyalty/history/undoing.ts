import type { Work } from '../../db';
import type { NotUndone, Result } from '../core/result';
import type { Role, StaffMember } from '../shops/team';
import type { ChangeKind } from './changes';
import type { Recorded } from './record';

/** How a kind of change is undone. Declared beside the change itself, and listed in `undo.ts`. */
export interface Undo<Kind extends ChangeKind> {
  /** The least role that may. */
  who: Exclude<Role, 'cashier'>;
  /** Daily work, and no change of the shop: only whoever did it takes it back. */
  counter?: true;
  /** Takes it back, as a change of this moment; refused where something has been built on it. */
  undo(work: Work, change: Recorded<Kind>, asked: { by: StaffMember; key: string }): Promise<Result<null>>;
}

/** A kind that cannot be undone says why. `counter`: it is daily work with its own way back, and no change of the shop. */
export interface NoUndo {
  why: Extract<NotUndone, { because: 'final' }>['what'];
  counter?: true;
}

export type Undoable = { readonly [Kind in ChangeKind]: Undo<Kind> | NoUndo };
