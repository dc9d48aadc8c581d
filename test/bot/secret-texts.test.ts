import { hasSecret } from '../../src/bot/receiving/secret-texts';

describe('a text with a secret in it', () => {
  it.each([
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    // Alone, as it is copied from a page.
    '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
    '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10\n0b7d4cb8-51aa-4b59-9d3a-6f7e6f0b8a11',
    '5f3a9c0e7b1d2f4a6c8e0b1d',
    'ak7f93kd02jf84hs',
    'QmFzZTY0VGV4dFNlY3JldEtleQ',
    'olha ai sk_live_51HqXyZAbcdef123',
    'usa essa 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c pra conectar',
    // Named.
    'key id: 6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
    'minha chave é 6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
    'a senha é Abc@1234',
    'senha: Abc@1234!xyz',
    'o secret é p$ss#word&long!',
    'key secret abcdefghijklmnopqrstuvwx',
    'secret 12345678901234',
    'API key 48fj29dk1p',
    'x-api-key-secret=hunter2hunter2',
    'my password is hunter22',
    'la contraseña es gato#2024',
    'segredo=99887766',
    // A PIN.
    'pin 4821',
    'meu pin é 4821',
    'my PIN is 482163',
    'a senha é 4821',
  ])('%s', (text) => {
    expect(hasSecret(text)).toBe(true);
  });

  it.each([
    'saldo',
    'conectar smartpos',
    'chave do caixa',
    'chave do caixa Balcão 2',
    'trocar o segredo do smartpos',
    'novo segredo',
    'trocar as chaves',
    'rotate the signing secret',
    'pin',
    'mudar o pin',
    'esqueci a senha',
    'não sei qual é a senha',
    'qual é a senha do wifi?',
    'a senha é obrigatória?',
    'o pin é de quantos números?',
    'the password is wrong',
    'resetar pin 11 98888-0001',
    'resetar o pin de +55 11 98888-0001',
    'reset the pin of 11 9 8888 0001',
    'senha 45',
    'validar ABCD-1234',
    'cadê a senha do ABCD-1234?',
    'ABCD-1234',
    'venda 52,90 11 98888-0001',
    'nota 000731 99,90 às 14:31',
    '35261011222333000181650010000123451876543210',
    'chave 35261011222333000181650010000123451876543210',
    '35261012ABC34501DE35650010000123451876543211 52,90',
    'minha chave pix é 6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
    'vincular venda 6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10 11 98888-0001',
    'meu email é joana.silva1990@padariacentral.example',
    'https://www.fazenda.example/qrcode?p=35261011222333000181650010000123451876543210|2|1|1|9F86D081884C7D65',
    'CNPJ 12ABC34501DE35',
    '11.222.333/0001-81',
    '529.982.247-25',
    'kkkkkkkkkkkkkkkkkkkkkkkkkkkk',
    'PadariaCentralDoBairro',
    'cashback 5% acima de R$ 50,00, válido por 30 dias, das 14h às 18h',
  ])('none in: %s', (text) => {
    expect(hasSecret(text)).toBe(false);
  });
});
