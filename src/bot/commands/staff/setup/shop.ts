import { z } from 'zod';
import {
  changeShop,
  cnpjText,
  SHOP_SETTING_NAMES,
  shopSettings,
  validCnpj,
  zoneOfPlace,
  type Language,
  type ShopSettingName,
  type ShopSettings,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn } from '../../../messages';
import { readColour, readLanguage } from '../../../understand';
import { isWish } from '../../../conversation/hearing';
import { confirmed, staffOf } from '../../answers';

const setting = z.enum(SHOP_SETTING_NAMES);
const asked = z.object({ setting });
const pending = z.object({ setting, value: z.string() });

export const shop: Command = {
  name: 'shop',
  who: 'owner',
  risky: true,
  patterns: {
    pt: [
      '[(ver|mostrar|dados da|configurar|minha|a)] loja',
      '[(mudar|muda|mude|trocar|troca|troque|alterar|altera|altere|ver|qual e|quero mudar)] [(o|a)] {setting} [(para|pra|e|em)] [{name}]',
    ],
    en: [
      '[(see|show|my|the)] shop',
      '[(change|set|see|what is|i want to change)] [(the|my)] {setting} [(to|is|in)] [{name}]',
    ],
    es: [
      '[(ver|mostrar|mi|la|datos de la)] tienda',
      '[(cambiar|cambia|cambie|ver|cual es|quiero cambiar)] [(el|la|mi)] {setting} [(a|es|en)] [{name}]',
    ],
  },
  examples: {
    pt: [
      { says: 'loja', args: {} },
      { says: 'fuso', args: { setting: 'zone' } },
      { says: 'cor azul', args: { setting: 'brand_colour', name: 'azul' } },
      { says: 'muda a cor da loja pra #aa0033', args: { setting: 'brand_colour', name: '#aa0033' } },
    ],
    en: [
      { says: 'shop', args: {} },
      { says: 'time zone', args: { setting: 'zone' } },
    ],
    es: [
      { says: 'tienda', args: {} },
      { says: 'huso horario', args: { setting: 'zone' } },
    ],
  },
  handle: (turn, { setting: which, name }) =>
    which === undefined ? overview(turn) : name === undefined ? ask(turn, which) : propose(turn, which, name),
  steps: {
    value: (turn, text, data) => {
      const which = asked.parse(data).setting;
      // Another wish is no value, unless it can be one.
      return readSetting(which, text, turn.lang) === null && isWish(turn, text)
        ? Promise.resolve(null)
        : propose(turn, which, text);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => change(turn, pending.parse(data))),
  },
};

async function overview(turn: Turn): Promise<Reply> {
  const { shop: say } = turn.say;
  const { name, cnpj, zone, language, brand_colour: colour } = await shopSettings(turn.work);
  const { time } = formatIn(turn.lang, zone);
  const text = say.overview({
    name: cleanName(name) ?? '…',
    cnpj: cnpj === null ? say.none : cnpjText(cnpj),
    zone: zoneText(zone),
    time: time(turn.now),
    language: say.languages[language],
    colour: colour ?? say.ownColour,
  });
  return { text: `${text}\n${say.hint}` };
}

const ask = (turn: Turn, which: ShopSettingName): Promise<Reply> =>
  Promise.resolve({ text: turn.say.shop.ask[which], ask: { step: 'value', data: { setting: which } } });

/** `São Paulo`, of `America/Sao_Paulo`. */
export const zoneText = (zone: string): string => {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return WITH_ACCENTS[place] ?? place;
};

/** The names of Brazil's zones, which the database of zones writes without. */
const WITH_ACCENTS: Partial<Record<string, string>> = {
  Araguaina: 'Araguaína',
  Belem: 'Belém',
  Cuiaba: 'Cuiabá',
  Eirunepe: 'Eirunepé',
  Maceio: 'Maceió',
  Noronha: 'Fernando de Noronha',
  Santarem: 'Santarém',
  'Sao Paulo': 'São Paulo',
};

/** What was written as it is to be kept; null where it is nothing of the kind. */
export function readSetting(which: ShopSettingName, text: string, lang: Language): string | null {
  switch (which) {
    case 'name':
      return cleanName(text);
    case 'cnpj':
      return validCnpj(text);
    case 'zone':
      return zoneOfPlace(text);
    case 'language':
      return readLanguage(text, lang);
  }
  return readColour(text);
}

export function shownSetting(turn: Turn, which: ShopSettingName, value: string | null): string {
  const { shop: say } = turn.say;
  if (value === null) return say.none;
  if (which === 'cnpj') return cnpjText(value);
  if (which === 'zone') return zoneText(value);
  return which === 'language' ? say.languages[value as Language] : (cleanName(value) ?? '…');
}

function propose(turn: Turn, which: ShopSettingName, text: string): Promise<Reply> {
  const { shop: say } = turn.say;
  const value = readSetting(which, text, turn.lang);
  if (value === null)
    return Promise.resolve({ text: say.unclear[which], ask: { step: 'value', data: { setting: which } } });
  return Promise.resolve({
    text: say.confirm(say.what[which], shownSetting(turn, which, value)),
    ask: { step: 'confirm', data: { setting: which, value } },
  });
}

async function change(turn: Turn, { setting: which, value }: z.infer<typeof pending>): Promise<Reply> {
  const settings = { [which]: value } as Partial<ShopSettings>;
  await changeShop(turn.work, { settings, by: staffOf(turn) });
  return { text: turn.say.shop.changed };
}
