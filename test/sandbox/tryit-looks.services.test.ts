import { DESKTOP, faultsIn, PHONE, photograph } from '../support/looks';
import { TryItPage } from './tryit-page';

describe('the look of the try-it page', () => {
  let tryIt: TryItPage;
  beforeAll(async () => {
    tryIt = await TryItPage.launch();
  });
  afterAll(() => tryIt.close());
  beforeEach(() => tryIt.startAfresh());

  /** Something has been said, sold and posted. */
  async function live(): Promise<void> {
    await tryIt.say('ana', 'resgatar 5');
    await tryIt.it.waitForSelector('.photo img');
    await tryIt.it.$eval('.machine button', (button) => button.click());
    await tryIt.sees('.sale', 'R$ 120,00');
  }
  async function atMachines(): Promise<void> {
    await live();
    if (tryIt.it.viewport()?.width === PHONE.width) await tryIt.it.click('.tabs ::-p-text(Máquinas)');
  }

  const STATES: readonly [string, () => Promise<unknown>][] = [
    ['at its start', () => Promise.resolve()],
    ['with a conversation', live],
    ['at the machines', atMachines],
    [
      'with the ledger',
      async () => {
        await live();
        await tryIt.it.click('#ledger-toggle');
        await tryIt.sees('.entries', 'programa');
      },
    ],
    [
      'with the trials and the faults',
      async () => {
        await atMachines();
        await tryIt.it.waitForSelector('#faults summary');
        await tryIt.it.$$eval('.till details', (all) => all.forEach((one) => (one.open = true)));
        await tryIt.it.$eval('#trials', (trials) => trials.scrollIntoView({ block: 'end' }));
      },
    ],
    [
      'with a picture enlarged',
      async () => {
        await live();
        await tryIt.it.click('.photo');
        await tryIt.it.waitForSelector('dialog[open] img');
      },
    ],
  ];

  it.each(
    STATES.flatMap(([state, reach]) =>
      [DESKTOP, PHONE].map((size) => ({ state, reach, size, wide: size.width })),
    ),
  )('$state is in view, named and reached at a width of $wide', async ({ state, reach, size }) => {
    const page = await tryIt.open(size);
    await reach();
    await photograph(page, `tryit-${state.replaceAll(/\W+/g, '-')}`, size);
    expect(await faultsIn(page)).toEqual([]);
  });
});
