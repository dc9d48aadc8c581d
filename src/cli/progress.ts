const BAR = 40;

/** Where a bar is drawn: over itself on a terminal, a line every ten percent elsewhere. */
interface Sheet {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Draws how many of all events are done. */
export function progressBar(sheet: Sheet): (done: number, total: number) => void {
  const step = sheet.isTTY === true ? 1 : 10;
  let drawn = -1;
  return (done, total) => {
    const percent = Math.floor(((done / total) * 100) / step) * step;
    if (percent === drawn) return;
    drawn = percent;
    const filled = Math.round((percent / 100) * BAR);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${percent}% · ${done} of ${total} events`;
    sheet.write(sheet.isTTY === true ? `\r${bar}${done === total ? '\n' : ''}` : `${bar}\n`);
  };
}
