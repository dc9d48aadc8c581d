import { progressBar } from '../../src/cli/progress';

function drawn(isTTY: boolean, total: number): string {
  let text = '';
  const draw = progressBar({ isTTY, write: (more) => (text += more) });
  for (let done = 1; done <= total; done++) draw(done, total);
  return text;
}

it('a terminal sees one bar, drawn over itself, which ends its line when all is done', () => {
  expect(drawn(true, 4).split('\r')).toEqual([
    '',
    `[${'#'.repeat(10)}${'.'.repeat(30)}] 25% · 1 of 4 events`,
    `[${'#'.repeat(20)}${'.'.repeat(20)}] 50% · 2 of 4 events`,
    `[${'#'.repeat(30)}${'.'.repeat(10)}] 75% · 3 of 4 events`,
    `[${'#'.repeat(40)}] 100% · 4 of 4 events\n`,
  ]);
});

it('a file gets a line every ten percent, however many events there are', () => {
  const percents = [...drawn(false, 1_000).matchAll(/^\[[#.]{40}\] (\d+)% · \d+ of 1000 events$/gm)];
  expect(percents.map(([, percent]) => percent)).toEqual([
    '0',
    '10',
    '20',
    '30',
    '40',
    '50',
    '60',
    '70',
    '80',
    '90',
    '100',
  ]);
});
