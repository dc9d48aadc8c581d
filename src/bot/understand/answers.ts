import type { Language } from '../../loyalty';
import { wishesWithin } from './courtesy';
import { normalise, phrasesIn } from './normalise';

type Answers = Record<Language, ReadonlySet<string>>;

const answers = (lang: Language, written: string): ReadonlySet<string> => new Set(phrasesIn(written, lang));

const YES: Answers = {
  pt: answers(
    'pt',
    `
    sim / s / ss / simm / isso / isso mesmo / isso ai / claro / com certeza / certeza / pode / pode ser /
    pode sim / quero / quero sim / confirmo / confirmar / confirmado / confirma / ok / okay / beleza /
    certo / ta certo / esta certo / correto / exato / positivo / bora / uhum / aham / ta bom / ta / e /
    sim quero / sim confirmo / sim pode / sim por favor / fechado / combinado / vai / manda / yes / si /
    pode fazer / pode confirmar / e isso / e isso mesmo / de acordo / concordo / aceito / perfeito`,
  ),
  en: answers(
    'en',
    `
    yes / y / yep / yeah / yup / sure / ok / okay / of course / go ahead / confirm / confirmed / correct /
    right / that is right / i do / yes i do / yes please / do it / please do / absolutely / definitely /
    sounds good / fine / agreed / exactly / affirmative / i confirm / yes confirm / k / sim / si / perfect`,
  ),
  es: answers(
    'es',
    `
    si / s / sip / claro / claro que si / por supuesto / ok / okay / dale / vale / bueno / esta bien /
    confirmo / confirmar / confirmado / correcto / exacto / eso / eso es / eso mismo / asi es / de acuerdo /
    quiero / si quiero / si confirmo / si por favor / acepto / seguro / perfecto / adelante / listo /
    hagale / obvio / puede ser / sim / yes`,
  ),
};

const NO: Answers = {
  pt: answers(
    'pt',
    `
    nao / n / nn / naum / nao quero / nao obrigado / nao obrigada / agora nao / negativo / nunca /
    nao precisa / deixa / deixa pra la / melhor nao / claro que nao / de jeito nenhum / nada disso /
    nao confirmo / errado / esta errado / nao e isso / no / nops / nope / ainda nao / nao pode /
    na verdade nao / nao melhor nao / nao nao / ah nao / nao deixa / nao deixa pra la / nao cancela /
    nao esquece / nao nao quero / pensando bem nao`,
  ),
  en: answers(
    'en',
    `
    no / n / nope / nah / no thanks / no thank you / not now / i do not / no i do not / do not / never /
    never mind / nevermind / wrong / that is wrong / negative / not yet / no way / better not / nao /
    actually no / no no / no better not / no forget it / no leave it / no cancel / on second thought no`,
  ),
  es: answers(
    'es',
    `
    no / n / nop / no gracias / no quiero / ahora no / mejor no / para nada / negativo / nunca /
    incorrecto / esta mal / no es eso / claro que no / de ninguna manera / dejalo / todavia no /
    no confirmo / nao / nel / en realidad no / no no / no mejor no / no dejalo / no cancela /
    no olvidalo / pensandolo bien no`,
  ),
};

const CANCEL: Answers = {
  pt: answers(
    'pt',
    `
    cancelar / cancela / cancele / cancela isso / cancelar isso / quero cancelar / desisto / desistir /
    esquece / esquece isso / esqueca / deixa pra la / deixa quieto / mudei de ideia / nao quero mais /
    cancel`,
  ),
  en: answers(
    'en',
    `
    cancel / cancel it / cancel that / cancel this / i want to cancel / forget it / forget about it /
    never mind / nevermind / i changed my mind / abort / go back / leave it / drop it / cancelar`,
  ),
  es: answers(
    'es',
    `
    cancelar / cancela / cancele / cancelalo / cancela eso / quiero cancelar / olvidalo / olvidelo /
    dejalo / dejalo asi / ya no quiero / cambie de idea / mejor olvidalo / cancel`,
  ),
};

const UNSURE: Answers = {
  pt: answers(
    'pt',
    'nao sei / sei la / nao sei nao / nao faco ideia / nao tenho certeza / nao lembro / nao me lembro / nao sei dizer / como assim / nao entendi / espera / espera ai / espere / pera / pera ai / perai / calma / calma ai / um momento / um minuto / so um momento / so um minuto / um instante / ja volto',
  ),
  en: answers(
    'en',
    'i do not know / do not know / dunno / no idea / i have no idea / not sure / i am not sure / i do not remember / what do you mean / i do not understand / wait / wait a minute / hold on / hang on / one moment / one minute / just a moment / just a minute / just a sec',
  ),
  es: answers(
    'es',
    'no se / no lo se / ni idea / no tengo idea / no estoy seguro / no estoy segura / no me acuerdo / no recuerdo / como asi / no entendi / no entiendo / espera / espere / esperame / un momento / un minuto / un segundo / ya vuelvo',
  ),
};

const THANKS: Answers = {
  pt: answers(
    'pt',
    'obrigado / obrigada / muito obrigado / muito obrigada / obrigado viu / obrigada viu / obrigadao / obrigadinha / valeu / valeu mesmo / agradeco / agradecido / agradecida / gratidao / grato / grata / deus abencoe / deus te abencoe / tks / thanks',
  ),
  en: answers(
    'en',
    'thanks / thank you / many thanks / thanks a lot / thank you so much / thank you very much / cheers / much appreciated / appreciated / bless you / god bless',
  ),
  es: answers(
    'es',
    'gracias / muchas gracias / mil gracias / muy amable / agradecido / agradecida / te agradezco / se agradece / dios te bendiga',
  ),
};

const FAREWELL: Answers = {
  pt: answers(
    'pt',
    'tchau / tchauzinho / tchau tchau / ate mais / ate logo / ate breve / ate amanha / ate a proxima / falou / flw / fui / inte / tchau ate mais / tchau ate amanha / tchau ate logo',
  ),
  en: answers(
    'en',
    'bye / bye bye / goodbye / see you / see ya / see you later / see you soon / later / take care / ciao / bye see you / bye take care',
  ),
  es: answers(
    'es',
    'chau / chao / adios / hasta luego / hasta pronto / hasta manana / hasta la proxima / nos vemos / bye / chau hasta luego / chau hasta manana',
  ),
};

const GREETING: Answers = {
  pt: answers(
    'pt',
    'oi / oie / ola / opa / alo / e ai / eai / bom dia / boa tarde / boa noite / boa / oi tudo bem / oi tudo bom / ola tudo bem / ola tudo bom / tudo bem / tudo bom / salve',
  ),
  en: answers(
    'en',
    'hi / hello / hey / hiya / yo / hi there / hello there / hey there / good morning / good afternoon / good evening / how are you / hi how are you / hello how are you / hey how are you',
  ),
  es: answers(
    'es',
    'hola / holis / buenas / buen dia / buenos dias / buenas tardes / buenas noches / que tal / hola que tal / como estas / hola como estas / todo bien',
  ),
};

/** In words; a longer message is no mere answer. */
const LONGEST_ANSWER = 12;

/** Whether the message as a whole is a yes, courtesies around it aside: a yes within a sentence is none. */
export const isYes = (text: string, lang: Language): boolean => isAnswer(YES, text, lang);

/** Whether the message as a whole is a no. */
export const isNo = (text: string, lang: Language): boolean => isAnswer(NO, text, lang);

/** Whether the message as a whole leaves what is open. */
export const isCancel = (text: string, lang: Language): boolean => isAnswer(CANCEL, text, lang);

/** Whether the message as a whole says that its writer does not know. */
export const isUnsure = (text: string, lang: Language): boolean => isAnswer(UNSURE, text, lang);

/** Whether the message as a whole is thanks. */
export const isThanks = (text: string, lang: Language): boolean => isAnswer(THANKS, text, lang);

/** Whether the message as a whole takes leave. */
export const isFarewell = (text: string, lang: Language): boolean => isAnswer(FAREWELL, text, lang);

/** Whether the message as a whole is a greeting. */
export const isGreeting = (text: string, lang: Language): boolean => isAnswer(GREETING, text, lang);

function isAnswer(known: Answers, text: string, lang: Language): boolean {
  const words = normalise(text, lang).split(' ');
  return (
    words.length <= LONGEST_ANSWER &&
    wishesWithin(words, lang).some((said) => known[lang].has(said.join(' ')))
  );
}
