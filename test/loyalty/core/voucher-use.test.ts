import {
  canonicalCode,
  CODE_ALPHABET,
  misuseOf,
  newCode,
  paidOf,
  qrText,
  type VoucherTerms,
} from '../../../src/loyalty/core/voucher';
import { cents, tableOf } from '../../support/judging';

/** Good from the second instant on until the ninth, which is the first at which it is expired; amounts in reais. */
const USES = `
voucher                     | used                 | answer
R$15                        | on 100 at 2          | pays 15
R$15                        | on 100 at 8          | pays 15
R$15                        | on 100 at 1          | voucher-not-yet
R$15                        | on 100 at 9          | voucher-expired
R$15 redeemed               | on 100 at 5          | voucher-redeemed
R$15 redeemed               | on 100 at 9          | voucher-redeemed
R$15 cancelled              | on 100 at 5          | voucher-cancelled
R$15 expired                | on 100 at 5          | voucher-expired
R$15                        | on 10 at 5           | pays 10
R$15 from:50                | on 50 at 5           | pays 15
R$15 from:50                | on 49.99 at 5        | purchase-below-voucher-minimum
R$15 from:50                | on nothing at 5      | purchase-below-voucher-minimum
R$15 stores:Centro,Jardins  | on 100 at 5 in centro | pays 15
R$15 stores:Guarujá         | on 100 at 5 in GUARUJA | pays 15
R$15 stores:Centro,Jardins  | on 100 at 5 in Lapa  | voucher-other-store
R$15 stores:Centro          | on 100 at 5 in ?     | voucher-other-store
R$15 stores:Centro          | on 100 at 5          | pays 15
R$15                        | on 100 at 5 in Lapa  | pays 15
R$15 of cashback, up to 30% | on 100 at 5          | pays 15
R$15 of cashback, up to 30% | on 50 at 5           | pays 15
R$15 of cashback, up to 30% | on 49.99 at 5        | pays 14.99
R$15 of cashback, up to 30% | on 0.03 at 5         | pays 0
R$15 of a rule, up to 30%   | on 20 at 5           | pays 15
12.5%                       | on 10.04 at 5        | pays 1.26
12.5%                       | on 10.03 at 5        | pays 1.25
12.5% max:2                 | on 100 at 5          | pays 2
100%                        | on 100 at 5          | pays 100
café                        | on nothing at 5      | pays 0
café from:20                | on nothing at 5      | purchase-below-voucher-minimum
`;

function voucherWritten(text: string): { voucher: VoucherTerms; maxBps: number } {
  const [what = '', ...rest] = text.replace(/,? up to (\d+)%/, ' up:$1').split(' ');
  const said = (name: string): string | undefined =>
    rest.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
  const state = (['redeemed', 'cancelled', 'expired'] as const).find((one) => rest.includes(one)) ?? 'open';
  const [max, from, stores] = [said('max'), said('from'), said('stores')];
  const benefit = what.startsWith('R$')
    ? ({ kind: 'voucher-fixed', cents: cents(what.slice(2)) } as const)
    : what.endsWith('%')
      ? ({
          kind: 'voucher-percent',
          bps: cents(what.slice(0, -1)),
          ...(max === undefined ? {} : { max_cents: cents(max) }),
        } as const)
      : ({ kind: 'voucher-item', name: what } as const);
  const voucher: VoucherTerms = {
    source: rest.includes('cashback') ? 'cashback' : 'rule',
    benefit,
    state,
    settledAt: state === 'open' ? null : 4,
    paidCents: state === 'redeemed' ? 1500 : null,
    availableAt: 2,
    expiresAt: 9,
    minimumPurchaseCents: from === undefined ? null : cents(from),
    stores: stores?.split(',') ?? null,
  };
  return { voucher, maxBps: Number(said('up') ?? 100) * 100 };
}

it.each(tableOf(USES))('%s, %s: %s', (written, used, answer) => {
  const { voucher, maxBps } = voucherWritten(written);
  const [, on = '', at, store] = /^on (\S+) at (\d+)(?: in (\S+))?$/.exec(used) ?? [];
  const purchaseCents = on === 'nothing' ? null : cents(on);
  const where = store === undefined ? {} : { storeNames: store === '?' ? [] : [store] };
  const misuse = misuseOf(voucher, { at: Number(at), purchaseCents, ...where });
  const paid = (): string => `pays ${paidOf(voucher, purchaseCents ?? 0, maxBps) / 100}`;
  expect(misuse?.code ?? paid()).toBe(answer);
});

it.each([
  ['ABCD1234', 'ABCD1234'],
  ['abcd-i234', 'ABCD1234'],
  [qrText('ABCD1234'), 'ABCD1234'],
  [qrText('ABCD1234', { number: '5511988880000', verb: 'validar' }), 'ABCD1234'],
  ['HTTPS://WA.ME/5511988880000?TEXT=VALIDATE%20ABCD-1234', 'ABCD1234'],
  ['https://wa.me/5511988880000?text=validar%20ABCD-123', null],
  ['https://example.com/?text=validar%20ABCD1234', null],
  ['7891000315507', null],
])('a till reads %s as %s', (scanned, code) => {
  expect(canonicalCode(scanned)).toBe(code);
});

it('a new code has a digit in each half and none of what reads as a figure', () => {
  const codes = ['AAAAAAAA', 'AAAAAAA9', 'A2AARS4A', 'A2AA3PTA', 'A2AAAAA9'];
  const drawn = codes.map((code) => Buffer.from(code.split('').map((sign) => CODE_ALPHABET.indexOf(sign))));
  expect(newCode(() => drawn.shift() ?? Buffer.alloc(0))).toBe('A2AAAAA9');
  expect(drawn).toEqual([]);
});
