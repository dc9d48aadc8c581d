import { cnpjText, validCnpj } from '../../../src/loyalty/core/people/cnpj';
import { zoneOfPhone, zoneOfPlace } from '../../../src/loyalty/core/time/places';
import { Zone } from '../../../src/loyalty';

test.each([
  ['12ABC34501DE35', '12ABC34501DE35'],
  ['12.abc.345/01de-35', '12ABC34501DE35'],
  ['11.222.333/0001-81', '11222333000181'],
  ['11222333000182', null],
  ['12ABC34501DE36', null],
  ['11111111111111', null],
  ['1122233300018', null],
  ['padaria', null],
])('CNPJ %s', (written, cnpj) => {
  expect(validCnpj(written)).toBe(cnpj);
});

test('is written as on a receipt', () => {
  expect(cnpjText('11222333000181')).toBe('11.222.333/0001-81');
});

test.each([
  ['São Paulo', 'America/Sao_Paulo'],
  ['em Manaus', 'America/Manaus'],
  ['Cuiabá - MT', 'America/Cuiaba'],
  ['Bonito/MS', 'America/Campo_Grande'],
  ['Alguma Vila, AC', 'America/Rio_Branco'],
  ['rio branco', 'America/Rio_Branco'],
  ['Fernando de Noronha', 'America/Noronha'],
  ['Fernando de Noronha PE', 'America/Noronha'],
  ['porto velho', 'America/Porto_Velho'],
  ['Boa Vista', 'America/Boa_Vista'],
  ['Belém', 'America/Belem'],
  ['Salvador', 'America/Bahia'],
  ['AM', 'America/Manaus'],
  ['rio', 'America/Sao_Paulo'],
  ['Vila Nova, Mato Grosso do Sul', 'America/Campo_Grande'],
  ['a loja fica em Ubatuba', 'America/Sao_Paulo'],
  ['Springfield', null],
  ['', null],
])('the zone of %s', (place, zone) => {
  expect(zoneOfPlace(place)).toBe(zone);
  // Each is a zone that there is.
  expect(() => Zone.of(zone ?? 'UTC')).not.toThrow();
});

test.each([
  ['+5511988880001', 'America/Sao_Paulo'],
  ['+5592988880001', 'America/Manaus'],
  ['+5568988880001', 'America/Rio_Branco'],
  ['+351912345678', null],
])('the zone of the phone %s', (phone, zone) => {
  expect(zoneOfPhone(phone)).toBe(zone);
});
