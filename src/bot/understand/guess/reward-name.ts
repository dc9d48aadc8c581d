import type { Language } from '../../../loyalty';

/** What is said around a reward's name: how it is set up, what it costs and who gets it. */
const AROUND: Record<Language, ReadonlySet<string>> = {
  pt: set(`coloca colocar coloque bota botar poe por ponha adiciona adicionar adicione cria criar crie cadastra cadastrar cadastre quero queria vamos
    novo nova premio premios brinde brindes recompensa recompensas catalogo lista programa um uma uns umas o a os as no na nos nas do da de dos das e ou
    valendo vale valem custando custa que por pra para quem cliente clientes juntar juntando junta com leva levam ganha ganham pega pegam troca trocar
    cada pontos ponto pts a partir sera fica chamado la ai loja nosso nossa meu minha pode ser trocado como muda mudar mude mudem altera alterar altere agora passa passar passou ficar ficou aumenta aumentar sobe baixa baixar diminui preco custar custo valor`),
  en: set(`put add place create set up make new reward rewards prize prizes gift gifts freebie catalogue catalog list program a an the in on to of for at
    and or with i want would like lets let us points point pts gets get you buys buy is are earns earn costs cost costing worth that they customers customer
    people who whoever collects collect can swap trade exchange offer give our my shop called it as be should will change changes changed update set now raise lower from price priced`),
  es: set(`pon poner ponga agrega agregar agregue crea crear carga cargar suma sumar registra registrar quiero nuevo nueva premio premios regalo regalos
    recompensa catalogo lista programa un una unos unas el la los las en al a de del y o por para que quien quienes cliente clientes junte junta juntando
    juntar con se lleva llevan gana ganan cambia cambiar cada puntos punto pts vale valiendo cuesta cueste costando tienda nuestro mi llamado como seria cambie cambio modifica modificar ahora pasa pasar sube subir baja bajar precio valor queda costar`),
};
/** Between two words of a name: `pão de queijo`. */
const WITHIN: Record<Language, ReadonlySet<string>> = {
  pt: set('de do da com'),
  en: set('of with'),
  es: set('de del con'),
};
const WORD = /^[a-z]{2,}$/;
const LONGEST_NAME = 4;

/** The thing that a sentence about a new reward speaks of: the longest run of words that are nothing else. */
export function rewardIn(words: readonly string[], lang: Language): string | null {
  const isOwn = (at: number): boolean => WORD.test(words[at] ?? '') && !AROUND[lang].has(words[at] ?? '');
  let best: readonly string[] = [];
  for (let start = 0; start < words.length; start++) {
    if (!isOwn(start)) continue;
    let end = start + 1;
    while (isOwn(end) || (WITHIN[lang].has(words[end] ?? '') && isOwn(end + 1))) end += 1;
    if (end - start > best.length) best = words.slice(start, end);
    start = end;
  }
  return best.length === 0 || best.length > LONGEST_NAME ? null : best.join(' ');
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
