/** The zone of each state of Brazil (IANA tz, `zone1970.tab`): no summer time since 2019. */
const STATES: Readonly<Record<string, { name: string; zone: string }>> = {
  AC: { name: 'Acre', zone: 'America/Rio_Branco' },
  AL: { name: 'Alagoas', zone: 'America/Maceio' },
  AM: { name: 'Amazonas', zone: 'America/Manaus' },
  AP: { name: 'Amapá', zone: 'America/Belem' },
  BA: { name: 'Bahia', zone: 'America/Bahia' },
  CE: { name: 'Ceará', zone: 'America/Fortaleza' },
  DF: { name: 'Distrito Federal', zone: 'America/Sao_Paulo' },
  ES: { name: 'Espírito Santo', zone: 'America/Sao_Paulo' },
  GO: { name: 'Goiás', zone: 'America/Sao_Paulo' },
  MA: { name: 'Maranhão', zone: 'America/Fortaleza' },
  MG: { name: 'Minas Gerais', zone: 'America/Sao_Paulo' },
  MS: { name: 'Mato Grosso do Sul', zone: 'America/Campo_Grande' },
  MT: { name: 'Mato Grosso', zone: 'America/Cuiaba' },
  PA: { name: 'Pará', zone: 'America/Belem' },
  PB: { name: 'Paraíba', zone: 'America/Fortaleza' },
  PE: { name: 'Pernambuco', zone: 'America/Recife' },
  PI: { name: 'Piauí', zone: 'America/Fortaleza' },
  PR: { name: 'Paraná', zone: 'America/Sao_Paulo' },
  RJ: { name: 'Rio de Janeiro', zone: 'America/Sao_Paulo' },
  RN: { name: 'Rio Grande do Norte', zone: 'America/Fortaleza' },
  RO: { name: 'Rondônia', zone: 'America/Porto_Velho' },
  RR: { name: 'Roraima', zone: 'America/Boa_Vista' },
  RS: { name: 'Rio Grande do Sul', zone: 'America/Sao_Paulo' },
  SC: { name: 'Santa Catarina', zone: 'America/Sao_Paulo' },
  SE: { name: 'Sergipe', zone: 'America/Maceio' },
  SP: { name: 'São Paulo', zone: 'America/Sao_Paulo' },
  TO: { name: 'Tocantins', zone: 'America/Araguaina' },
};

/** Places whose clock is not their state's. */
const APART: Readonly<Record<string, string>> = {
  'fernando de noronha': 'America/Noronha',
  noronha: 'America/Noronha',
  eirunepe: 'America/Eirunepe',
  tabatinga: 'America/Eirunepe',
  'benjamin constant': 'America/Eirunepe',
  'atalaia do norte': 'America/Eirunepe',
  santarem: 'America/Santarem',
};

/** What people call them. */
const CALLED: Readonly<Record<string, string>> = {
  rio: 'RJ',
  sampa: 'SP',
  bh: 'MG',
  beaga: 'MG',
  floripa: 'SC',
  poa: 'RS',
  bsb: 'DF',
  jampa: 'PB',
};

/** Capitals and the larger cities, by state. A name that two states have is given by the larger city. */
const CITIES: Readonly<Record<string, string>> = {
  AC: 'rio branco/cruzeiro do sul/sena madureira/tarauaca/feijo',
  AL: 'maceio/arapiraca/palmeira dos indios/rio largo/penedo',
  AM: 'manaus/parintins/itacoatiara/manacapuru/coari/tefe',
  AP: 'macapa/santana/laranjal do jari/oiapoque',
  BA: 'salvador/feira de santana/vitoria da conquista/camacari/juazeiro/itabuna/ilheus/lauro de freitas/jequie/teixeira de freitas/barreiras/porto seguro/alagoinhas/simoes filho/paulo afonso/eunapolis',
  CE: 'fortaleza/caucaia/juazeiro do norte/maracanau/sobral/crato/itapipoca/maranguape/iguatu/quixada',
  DF: 'brasilia/taguatinga/ceilandia/samambaia/plano piloto/gama/sobradinho/planaltina',
  ES: 'vitoria/vila velha/serra/cariacica/cachoeiro de itapemirim/linhares/guarapari/colatina/aracruz',
  GO: 'goiania/aparecida de goiania/anapolis/rio verde/aguas lindas de goias/luziania/valparaiso de goias/trindade/formosa/catalao/itumbiara/jatai/caldas novas',
  MA: 'sao luis/imperatriz/sao jose de ribamar/timon/caxias/codo/paco do lumiar/acailandia/bacabal/balsas',
  MG: 'belo horizonte/uberlandia/contagem/juiz de fora/betim/montes claros/ribeirao das neves/uberaba/governador valadares/ipatinga/sete lagoas/divinopolis/santa luzia/ibirite/pocos de caldas/patos de minas/pouso alegre/teofilo otoni/barbacena/varginha/lavras/ouro preto',
  MS: 'campo grande/dourados/tres lagoas/corumba/ponta pora/navirai/aquidauana/bonito',
  MT: 'cuiaba/varzea grande/rondonopolis/sinop/tangara da serra/caceres/sorriso/lucas do rio verde/barra do garcas/primavera do leste',
  PA: 'belem/ananindeua/maraba/parauapebas/castanhal/abaetetuba/cameta/altamira/itaituba/redencao/tucurui',
  PB: 'joao pessoa/campina grande/santa rita/patos/bayeux/cabedelo/sousa/cajazeiras',
  PE: 'recife/jaboatao dos guararapes/olinda/caruaru/petrolina/paulista/cabo de santo agostinho/camaragibe/garanhuns/vitoria de santo antao/ipojuca/porto de galinhas/serra talhada',
  PI: 'teresina/parnaiba/picos/piripiri/floriano',
  PR: 'curitiba/londrina/maringa/ponta grossa/cascavel/sao jose dos pinhais/foz do iguacu/colombo/guarapuava/paranagua/araucaria/toledo/apucarana/pinhais/campo largo/umuarama/cambe/pato branco',
  RJ: 'rio de janeiro/sao goncalo/duque de caxias/nova iguacu/niteroi/belford roxo/campos dos goytacazes/sao joao de meriti/petropolis/volta redonda/macae/mage/itaborai/cabo frio/angra dos reis/nova friburgo/barra mansa/teresopolis/marica/resende/buzios/paraty',
  RN: 'natal/mossoro/parnamirim/sao goncalo do amarante/caico/macaiba/acu',
  RO: 'porto velho/ji-parana/ji parana/ariquemes/vilhena/cacoal/rolim de moura/guajara-mirim',
  RR: 'boa vista/rorainopolis/caracarai/pacaraima',
  RS: 'porto alegre/caxias do sul/canoas/pelotas/santa maria/gravatai/viamao/novo hamburgo/sao leopoldo/rio grande/alvorada/passo fundo/sapucaia do sul/uruguaiana/santa cruz do sul/cachoeirinha/bage/bento goncalves/erechim/gramado/canela/lajeado/ijui',
  SC: 'florianopolis/joinville/blumenau/sao jose/chapeco/itajai/criciuma/jaragua do sul/palhoca/lages/balneario camboriu/brusque/tubarao/camboriu/navegantes',
  SE: 'aracaju/nossa senhora do socorro/lagarto/itabaiana/sao cristovao/estancia',
  SP: 'sao paulo/guarulhos/campinas/sao bernardo do campo/santo andre/osasco/sao jose dos campos/sorocaba/ribeirao preto/sao jose do rio preto/santos/maua/diadema/jundiai/mogi das cruzes/piracicaba/carapicuiba/bauru/itaquaquecetuba/sao vicente/franca/praia grande/guaruja/taubate/limeira/suzano/taboao da serra/sumare/barueri/embu das artes/sao carlos/marilia/indaiatuba/cotia/americana/araraquara/jacarei/itapevi/presidente prudente/hortolandia/rio claro/aracatuba/ferraz de vasconcelos/santa barbara doeste/botucatu/atibaia/braganca paulista/itu/valinhos/sertaozinho/campos do jordao/ubatuba/caraguatatuba/assis/ourinhos/catanduva/barretos/birigui/votuporanga/avare',
  TO: 'palmas/araguaina/gurupi/porto nacional/paraiso do tocantins',
};

/** By the area code of a phone; those of the western Amazon stay with their state's capital. */
const AREAS: Readonly<Record<string, string>> = {
  AC: '68',
  AL: '82',
  AM: '92 97',
  AP: '96',
  BA: '71 73 74 75 77',
  CE: '85 88',
  DF: '61',
  ES: '27 28',
  GO: '62 64',
  MA: '98 99',
  MG: '31 32 33 34 35 37 38',
  MS: '67',
  MT: '65 66',
  PA: '91 93 94',
  PB: '83',
  PE: '81 87',
  PI: '86 89',
  PR: '41 42 43 44 45 46',
  RJ: '21 22 24',
  RN: '84',
  RO: '69',
  RR: '95',
  RS: '51 53 54 55',
  SC: '47 48 49',
  SE: '79',
  SP: '11 12 13 14 15 16 17 18 19',
  TO: '63',
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z -]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();

const byName = new Map<string, string>([
  ...Object.entries(STATES).flatMap(([code, { name, zone }]): [string, string][] => [
    [code.toLowerCase(), zone],
    [plain(name), zone],
  ]),
  // A city wins over the state that is called like it.
  ...Object.entries(CITIES).flatMap(([code, names]) =>
    names.split('/').map((name): [string, string] => [name, STATES[code]?.zone ?? '']),
  ),
  ...Object.entries(CALLED).map(([name, code]): [string, string] => [name, STATES[code]?.zone ?? '']),
  ...Object.entries(APART),
]);

/** Longer names first: `Mato Grosso do Sul` ends otherwise than `Mato Grosso`. */
const STATE_NAMES = Object.values(STATES)
  .map(({ name, zone }): [string, string] => [plain(name), zone])
  .toSorted(([a], [b]) => b.length - a.length);

/**
 * The zone of a Brazilian city or state, as people write it (`Manaus`, `Bonito/MS`, `no Acre`): what is apart first, then
 * a state that is named beside a city, then the city. Null where the place is not known.
 */
export function zoneOfPlace(text: string): string | null {
  const said = plain(text.replaceAll(/[,/()-]+/g, ' ')).replace(
    /^(?:(?:(?:a loja|ela|eu|it|la tienda) )?(?:fica|moro|estou|is|queda|esta) )?(?:(?:aqui|here) )?(?:em|no|na|de|do|da|in|en) (?:a cidade de |the city of |la ciudad de )?/,
    '',
  );
  const apart = APART[said];
  if (apart !== undefined) return apart;
  const words = said.split(' ');
  const state = STATES[(words.at(-1) ?? '').toUpperCase()];
  const city = words.slice(0, -1).join(' ');
  if (state !== undefined && words.length > 1) return APART[city] ?? state.zone;
  const named = STATE_NAMES.find(([name]) => said.endsWith(` ${name}`));
  return byName.get(said) ?? named?.[1] ?? null;
}

/** The zone of the state whose area code a Brazilian phone (E.164) has; null for another's. */
export function zoneOfPhone(phone: string): string | null {
  const area = /^\+55(\d\d)/.exec(phone)?.[1];
  const state = Object.entries(AREAS).find(
    ([, codes]) => area !== undefined && codes.split(' ').includes(area),
  );
  return state === undefined ? null : (STATES[state[0]]?.zone ?? null);
}
