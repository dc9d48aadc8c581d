/** Something that is told step by step, and throws where what it is told of goes wrong. */
interface Told<Step> {
  lines: readonly string[];
  tell(step: Step): void;
}

/** What goes wrong when it is told, with the story up to there; null where nothing does. */
export function faultOf<Step>(story: Told<Step>, steps: readonly Step[]): string | null {
  for (const step of steps)
    try {
      story.tell(step);
    } catch (error) {
      return [...story.lines, String(error)].join('\n');
    }
  return null;
}

/** As few of these as leaving out more and more of them comes to, of which it still fails. */
export function shortest<T>(all: readonly T[], fails: (some: readonly T[]) => boolean): T[] {
  let kept = [...all];
  for (const size of [64, 16, 4, 2, 1])
    for (let from = 0; from < kept.length;) {
      const without = kept.toSpliced(from, size);
      if (fails(without)) kept = without;
      else from += size;
    }
  return kept;
}
