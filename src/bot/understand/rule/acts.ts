import type { Language } from '../../../loyalty';
import type { Args } from '../../command';
import { isHarmless } from './harmless';
import { ordinalIn, placeOf } from './ordinals';
import { ways, type Sentence, type Ways } from './sentence';

/** What is to be done with a rule that there is, beside changing what it says. */
export interface RuleAct {
  intent: 'pause-rule' | 'delete-rule' | 'rules';
  args: Pick<Args, 'number' | 'resume'>;
}

const FIRST = { pt: 'primeir[ao]', en: 'first', es: 'primer[ao]?' };
const ONE = /^(?:um|uma|one|un|uno|una|primeir[ao]|first|primer[ao]?)$/;
/** One rule by its number or its place; in the ways below it stands as `<R>`. */
const RULE: Record<Language, string> = {
  pt: `(?:(?:a|na|da|de|com a|para a|em|essa|esta) )*(?:regra(?: (?:numero|n))? (\\d{1,3}|uma?)|(${FIRST.pt}|${ordinalIn('pt')}) regra)`,
  en: `(?:(?:the|on|to|of|with|for) )*(?:rule(?: (?:number|no|n))? (\\d{1,3}|one)|(${FIRST.en}|${ordinalIn('en')}) rule)`,
  es: `(?:(?:a|la|con|de|en|esa|esta) )*(?:regla(?: (?:numero|n))? (\\d{1,3}|un[oa]?)|(${FIRST.es}|${ordinalIn('es')}) regla)`,
};
const IDLE = {
  pt: '(?:parad[ao]|pausad[ao]|suspens[ao]|desligad[ao]|quiet[ao]|desativad[ao]|inativ[ao]|congelad[ao]|de molho|de lado|em pausa|em espera|em standby|na geladeira|na reserva|fora do ar|descansando|descansar|dormindo)',
  en: '(?:on hold|on pause|on ice|on standby|to sleep|to rest|aside|paused|off|inactive|suspended|disabled|offline|on the back burner)',
  es: '(?:quiet[ao]|parad[ao]|pausad[ao]|suspendid[ao]|apagad[ao]|desactivad[ao]|inactiv[ao]|congelad[ao]|en pausa|en espera|en standby|de lado|en la heladera|descansar|descansando|durmiendo|dormida)',
};
const LIVE = {
  pt: '(?:valendo|de pe|ativ[ao]|ativad[ao]|ligad[ao]|rodando|funcionando|no ar|em vigor|vigente)',
  en: '(?:on|live|active|activated|running|working|in force|enabled|up)',
  es: '(?:vigente|valiendo|activ[ao]|activad[ao]|encendid[ao]|prendid[ao]|corriendo|funcionando|andando|en marcha|en vigor)',
};
const IS = {
  pt: '(?:esta|estao|continua|continuam|segue|seguem|ficou|anda|ainda|mesmo)',
  en: '(?:is|are|still|currently|now)',
  es: '(?:esta|estan|sigue|siguen|continua|anda|quedo|todavia|aun)',
};

const acts: readonly (readonly [act: Omit<RuleAct, 'args'> & { resume?: true }, said: Ways])[] = [
  [
    { intent: 'rules' },
    named({
      pt: `(?:mostr(?:a|ar|e)|exib(?:e|ir)|ver|ve|vejo|olhar|le|ler|lembr(?:a|ar)|abr(?:e|ir)|(?:qual|como)(?: (?:e|esta|ficou|era))?|(?:o )?que (?:diz|faz|e|tem|fala)|detalhes d)(?: (?:me|mim|de novo))* <R> / <R> (?:${IS.pt} )+(?:${LIVE.pt}|${IDLE.pt}) / (?:${IS.pt} )+(?:${LIVE.pt}|${IDLE.pt}) <R>`,
      en: `(?:show|see|display|open|view|read|check|look at|remind|tell)(?: (?:me|us|of|about|again))* <R> / what (?:is|does|about) <R>(?: (?:say|do|give|like))? / how is <R> / (?:${IS.en} )+<R> (?:still |currently )?(?:${LIVE.en}|${IDLE.en}) / <R> (?:${IS.en} )+(?:${LIVE.en}|${IDLE.en})`,
      es: `(?:muestr(?:a|e|ame)|mostr(?:ar|ame|arme|a)|ver|veo|mirar|mira|lee|leer|recuerdame|abr(?:e|ir)|(?:cual|como)(?: (?:es|esta|va|quedo))?|que (?:dice|hace|es|tiene))(?: (?:me|de nuevo))* <R> / <R> (?:${IS.es} )+(?:${LIVE.es}|${IDLE.es}) / (?:${IS.es} )+(?:${LIVE.es}|${IDLE.es}) <R>`,
    }),
  ],
  [
    { intent: 'pause-rule' },
    named({
      pt: `(?:deix(?:a|ar|e|o)|bot(?:a|ar|e)|po(?:e|r|nha)|coloc(?:a|ar)|coloque|mant(?:em|er)|fic(?:a|ar|ou)?|mand(?:a|ar)) <R> ${IDLE.pt} / tir(?:a|ar|e) <R> do ar / <R> (?:fica|vai ficar|pode ficar|para|pode parar|sai do ar) ?${IDLE.pt}? / (?:da|dar|de|damos|dou) (?:um tempo|uma pausa|uma parada|uma segurada|uma trav(?:ada)?|um descanso|uma folga|um respiro) <R> / (?:paus(?:a|ar|e|o)|suspend(?:e|er|a)|desativ(?:a|ar|e)|deslig(?:a|ar)|desligue|segur(?:a|ar|e)|congel(?:a|ar|e)|par(?:a|ar|e)|interromp(?:e|er|a)|trav(?:a|ar)|encost(?:a|ar)) <R>`,
      en: `(?:put|place|leave|keep|set|let) <R> ${IDLE.en} / (?:turn|switch|shut|take) <R> (?:off|offline|off the air) / give <R> a (?:rest|break|pause|breather) / let <R> (?:rest|sleep) / (?:pause|suspend|disable|deactivate|freeze|stop|halt|hold|hold off|park|rest|switch off|turn off|shut off|put on hold) <R>`,
      es: `(?:dej(?:a|ar|e|o|ame)|pon|poner|ponme|ponle|pone|mand(?:a|ar)) <R> (?:a )?${IDLE.es} / <R> (?:queda|que quede|puede quedar|para) ?${IDLE.es}? / (?:dale|darle|da|dar|demosle) un (?:descanso|respiro|tiempo|parate|reposo) <R> / (?:paus(?:a|ar|e)|suspend(?:e|er|a)|desactiv(?:a|ar|e)|apag(?:a|ar)|apague|congel(?:a|ar)|fren(?:a|ar|e)|par(?:a|ar|e)|deten(?:er)?) <R>`,
    }),
  ],
  [
    { intent: 'pause-rule', resume: true },
    named({
      pt: `(?:deix(?:a|ar|e)|bot(?:a|ar|e)|po(?:e|r|nha)|coloc(?:a|ar)|coloque|traz|trazer) <R> (?:de volta|no ar|${LIVE.pt}|para (?:rodar|valer|funcionar)) / <R> (?:volta|pode voltar|tem que voltar)(?: a valer| a rodar)? / (?:faz|fazer) <R> voltar / (?:reativ(?:a|ar|e)|retom(?:a|ar|e)|relig(?:a|ar)|despaus(?:a|ar|e)|ativ(?:a|ar|e)|lig(?:a|ar)|ligue|volt(?:a|ar|e)(?: com)?|recomec(?:a|ar)|traz(?:er)? de volta|solt(?:a|ar)) (?:de novo )?<R>`,
      en: `(?:turn|switch|put|get|bring|set|start) <R> (?:back|back on|on|going|running|live|back in force|up)(?: again)? / wake(?: up)? <R>(?: up)? / (?:resume|unpause|reactivate|activate|enable|restart|restore|start|switch on|turn on|switch back on|turn back on|bring back) <R>`,
      es: `(?:pon|poner|ponme|pone|dej(?:a|ar|e)|tra(?:e|er)) <R> (?:de vuelta|en marcha|a andar|a funcionar|a correr|${LIVE.es}) / <R> (?:vuelve|puede volver|que vuelva)(?: a valer| a andar)? / (?:vuelve|volver|volvamos|volve) a (?:poner|activar|prender|encender|usar) <R> / (?:reactiv(?:a|ar|e)|reanud(?:a|ar|e)|activ(?:a|ar|e)|enciend(?:e|a)|encender|prend(?:e|er|a)|tra(?:e|er) de vuelta|que vuelva) (?:de nuevo |otra vez )?<R>`,
    }),
  ],
  [
    { intent: 'delete-rule' },
    named({
      pt: `(?:nao (?:quero|preciso|precisamos|uso|usamos|queremos) mais) <R> / <R> (?:nao (?:quero|preciso|uso|serve)(?: mais)?|ja era) / (?:apag(?:a|ar|ue)|exclu(?:i|ir|a)|delet(?:a|ar|e)|remov(?:e|er|a)|tir(?:a|ar|e)|elimin(?:a|ar|e)|descart(?:a|ar|e)|mat(?:a|ar|e)|risc(?:a|ar|que)|jog(?:a|ar|ue) (?:fora|no lixo)|(?:da|dar) (?:fim|cabo|sumico)|(?:som|sum|acab|termin)(?:e|a|ar|ir|er)|suma) (?:fora )?<R>(?: (?:fora|no lixo|de vez|daqui))?`,
      en: `(?:(?:do|does) not|no longer) (?:want|need|use) <R>(?: (?:anymore|any more))? / (?:throw|take|put|chuck) <R> (?:away|out|in the bin|in the trash) / (?:delete|remove|erase|get rid of|drop|scrap|bin|trash|kill|dump|ditch|discard|throw (?:away|out)|do away with|axe|wipe|wipe out|cut out|lose|destroy) <R>(?: for good| completely)?`,
      es: `ya no (?:quiero|necesito|uso|queremos|usamos) <R> / <R> ya no (?:la )?(?:quiero|sirve|necesito|uso) / (?:borr(?:a|ar|e|ame)|elimin(?:a|ar|e|ame)|quit(?:a|ar|e|ame)|sac(?:a|ar|ame)|saque|tir(?:a|ar|e|ame)|bot(?:a|ar|e)|suprim(?:e|ir)|descart(?:a|ar|e)|desech(?:a|ar)|deshaz(?:te)?|deshac(?:er|erme)|dese?hacete|mat(?:a|ar)) <R>(?: (?:a la basura|del todo|para siempre))?`,
    }),
  ],
  // Nothing but its number.
  [{ intent: 'rules' }, named({ pt: '<R>', en: '<R>', es: '<R>' })],
];

/** How long, how soon or how much of it: nothing that the act would do otherwise. */
const beside = ways({
  pt: 'me / por (?:enquanto|ora|agora|um tempo|uns dias|uns tempos) / (?:um|algum) (?:tempo|tempinho|pouco|pouquinho) / de (?:novo|vez) / (?:novamente|outra vez|logo|ja|agora|mesmo|ate segunda ordem|ate eu falar|fazendo favor|faz favor|por favor|por gentileza)',
  en: '(?:for|in) (?:now|a while|a bit|a few days|a time|the moment|the time being|good) / (?:again|now|please|right away|right now|once more|anymore|any more|until further notice|till further notice|until i say so|a while|a bit|s)',
  es: 'me / por (?:ahora|el momento|un tiempo|unos dias|un rato) / (?:un|algun) (?:tiempo|ratito|rato|poco|tiempito) / de (?:nuevo|una vez) / (?:otra vez|nuevamente|ya|ahora|mismo|hasta nuevo aviso|por favor|porfa|nomas)',
});

/** Which one it is, why, or for how long, in a clause of its own; nothing with a figure. */
const whyOrWhich = ways({
  pt: '(?:, )?(?:aquela|essa que|a que|a do|a da|ate (?:eu|a gente|ele|ela|o|a)|porque|pois|ja que|ninguem|nao serv\\w+|nao deu)(?: (?!nao |regra )[a-z,]+)*(?= $)',
  en: '(?:, )?(?:the one|that one|the|it|nobody|no one|because|since|until|till|was|so)(?: (?!not |rule |do )[a-z,]+)*(?= $)',
  es: '(?:, )?(?:aquella|esa que|la que|la de|hasta que|porque|pues|ya que|nadie|no sirv\\w+)(?: (?!regla )[a-z,]+)*(?= $)',
});

/** `a regra do pix está valendo?`: of one without its number, which the list shows. */
const isInForce: Record<Language, RegExp> = {
  pt: new RegExp(
    `^ (?:(?:e|mas|sera que) )*(?:(?:a|as|essas?|minhas?) )?(?:regras?|promocao|promocoes) (?:\\D* )?(?:${IS.pt} )+(?:${LIVE.pt}s?|${IDLE.pt}s?) $|^ (?:${IS.pt} )+(?:${LIVE.pt}s?|${IDLE.pt}s?) (?:(?:a|as|minhas?) )?(?:regras?|promocao|promocoes) \\D*$`,
  ),
  en: new RegExp(
    `^ (?:(?:and|so) )?(?:is|are) (?:(?:the|my|our|that) )*(?:\\D* )?(?:rules?|promos?|promotions?)(?: \\D*)? (?:still |currently )?(?:${LIVE.en}|${IDLE.en}) $`,
  ),
  es: new RegExp(
    `^ (?:(?:y|pero) )*(?:(?:la|las|mis?|esas?) )?(?:reglas?|promocion|promociones|promos?) (?:\\D* )?(?:${IS.es} )+(?:${LIVE.es}s?|${IDLE.es}s?) $|^ (?:${IS.es} )+(?:${LIVE.es}s?|${IDLE.es}s?) (?:(?:la|las|mis?) )?(?:reglas?|promocion|promociones|promos?) \\D*$`,
  ),
};

const CUE = { pt: / regras? | promoc/, en: / rules? | promo/, es: / reglas? | promo/ };

/**
 * What a sentence wants done with a rule that it names: shown, paused, let go on, or deleted. Null where it says
 * anything else beside: a denial, a day, a figure of the rule.
 */
export function readAct(sentence: Sentence): RuleAct | null {
  const { lang } = sentence;
  if (!sentence.has(CUE[lang])) return null;
  if (sentence.has(isInForce[lang])) return { intent: 'rules', args: {} };
  for (const [{ intent, resume }, said] of acts) {
    const tried = sentence.copy();
    let number = 0;
    if (!tried.take(said, ({ groups: [place = ''] }) => void (number = numberOf(place, lang)))) continue;
    while (tried.take(beside) || tried.take(whyOrWhich));
    const left = tried.leftOver((word) => isHarmless(word, lang));
    if (number === 0 || left.length > 0) continue;
    return { intent, args: { number, ...(resume === true ? { resume } : {}) } };
  }
  return null;
}

const numberOf = (said: string, lang: Language): number =>
  ONE.test(said) ? 1 : /^\d+$/.test(said) ? Number(said) : placeOf(said, lang);

function named(said: Record<Language, string>): Ways {
  const of = (lang: Language): string => said[lang].replaceAll('<R>', () => RULE[lang]);
  return ways({ pt: of('pt'), en: of('en'), es: of('es') });
}
