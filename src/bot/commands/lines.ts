/** About what one phone screen shows of a message. */
const SCREEN = 600;

/** The first of `lines` that fit a screen beside `rest`, at least one of them. */
export function fitting(lines: readonly string[], rest: readonly string[]): string[] {
  let room = SCREEN - rest.reduce((sum, line) => sum + line.length + 1, 0);
  const shown: string[] = [];
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0 && shown.length > 0) break;
    shown.push(line);
  }
  return shown;
}
