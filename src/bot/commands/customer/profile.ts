import { z } from 'zod';
import { declareIdentity, profileOf, setProfile, validCpf } from '../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../command';
import { cleanName, formatIn } from '../../messages';
import { hear } from '../../conversation/hearing';
import { correctionIn, isCutEmail, isNo, isYes, parseBirthday, parseEmail } from '../../understand';
import { cpfText } from '../profile-words';

/** What is asked for, in this order, where it is not known. */
const STEPS = ['birthday', 'email', 'cpf'] as const;
type Asked = (typeof STEPS)[number];

/** What was put off in this flow. */
const asking = z.object({ skipped: z.array(z.enum(STEPS)) });

const SKIP = /^\s*(?:pular|pula|depois|agora n[aã]o|skip|later|saltar|omitir|luego|ahora no)\s*[.!]?\s*$/i;

export const profile: Command = {
  name: 'profile',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(fazer|faz|completar|ver|mudar|atualizar|quero fazer|quero completar|quero atualizar)] [(o|meu)] cadastro',
      '[(o)] meu (email|e mail) [novo] e {email}',
      '[eu] (nasci|faco aniversario) [(em|no|no dia|dia)] {birthday}',
      '[(o)] meu aniversario e [(em|no|no dia|dia)] {birthday}',
      '[(o)] meu cpf e {cpf}',
      '(meu nome e|me chamo|pode me chamar de) {name}',
      '(mudei|troquei) [(de|o|meu)] (numero|telefone|celular) [(agora e|e agora e|o novo e|meu novo numero e)] {phone}',
    ],
    en: [
      '[(complete|see|change|update)] [my] profile',
      '(sign up|sign me up)',
      'my email is {email}',
      '(i was born|my birthday is) [on] {birthday}',
      'my cpf is {cpf}',
      '(my name is|call me) {name}',
      'i changed [my] (number|phone) [(now it is|it is now|the new one is)] {phone}',
    ],
    es: [
      '[(hacer|completar|ver|cambiar|actualizar)] [mi] (registro|perfil)',
      '[(quiero)] registrarme',
      'mi (correo|email|mail) es {email}',
      '[yo] naci [(el|el dia)] {birthday}',
      'mi cumpleanos es [(el|el dia)] {birthday}',
      'mi cpf es {cpf}',
      '(mi nombre es|me llamo) {name}',
      'cambie [(de|mi)] (numero|telefono|celular) [(ahora es|el nuevo es)] {phone}',
    ],
  },
  examples: {
    pt: [
      { says: 'cadastro', args: {} },
      { says: 'meu email é ana@exemplo.com.br', args: { email: 'ana@exemplo.com.br' } },
      { says: 'nasci em 3/5', args: { birthday: '05-03' } },
      { says: 'meu cpf é 529.982.247-25', args: { cpf: '52998224725' } },
    ],
    en: [
      { says: 'profile', args: {} },
      { says: 'my email is ana@exemplo.com.br', args: { email: 'ana@exemplo.com.br' } },
      { says: 'my birthday is May 3', args: { birthday: '05-03' } },
    ],
    es: [
      { says: 'registro', args: {} },
      { says: 'mi correo es ana@exemplo.com.br', args: { email: 'ana@exemplo.com.br' } },
      { says: 'nací el 3 de mayo', args: { birthday: '05-03' } },
    ],
  },
  async handle(turn, args) {
    if (args.unclear !== undefined) {
      const { step, text } = faultOf(turn, args.unclear);
      return again(turn, step, { skipped: [] }, text);
    }
    if (args.phone !== undefined) return { text: turn.say.profile.otherPhone };
    const said = await save(turn, args);
    return said === null ? next(turn, []) : noted(said);
  },
  steps: {
    // What was told besides may be put right.
    noted: async (turn, text) => {
      if (isYes(text, turn.lang) || isNo(text, turn.lang)) return { text: turn.say.nothingOpen };
      const said = await save(turn, factIn(turn, text));
      return said === null ? null : noted(said);
    },
    birthday: (turn, text, data) => {
      const birthday = parseBirthday(text, turn.lang);
      const fault = birthdayFault(turn, birthday, text);
      if (fault !== null) return again(turn, 'birthday', data, fault);
      return answered(turn, text, data, 'birthday', birthday);
    },
    email: (turn, text, data) =>
      isCutEmail(text)
        ? again(turn, 'email', data, turn.say.profile.emailWrong(text.trim()))
        : answered(turn, text, data, 'email', parseEmail(text)),
    cpf: (turn, text, data) => {
      const isNumber = /^[\d.\-\s]{11,18}$/.test(text.trim());
      if (isNumber && validCpf(text) === null) return again(turn, 'cpf', data, turn.say.profile.cpfWrong);
      return answered(turn, text, data, 'cpf', validCpf(text));
    },
  },
};

/** What is wrong with a day that somebody wrote, in words; null where it is one, or nothing like one. */
function birthdayFault({ say }: Turn, birthday: string | null, text: string): string | null {
  if (birthday === 'impossible') return say.profile.noSuchDay(text.trim());
  return birthday === 'unclear' ? say.profile.birthdayUnclear : null;
}

function faultOf(turn: Turn, unclear: string): { step: Asked; text: string } {
  if (isCutEmail(unclear)) return { step: 'email', text: turn.say.profile.emailWrong(unclear) };
  const text = birthdayFault(turn, parseBirthday(unclear, turn.lang), unclear);
  return text === null ? { step: 'cpf', text: turn.say.profile.cpfWrong } : { step: 'birthday', text };
}

function again(_turn: Turn, step: Asked, data: Record<string, unknown>, text: string): Promise<Reply> {
  return Promise.resolve({ text, ask: { step, data } });
}

async function answered(
  turn: Turn,
  text: string,
  data: Record<string, unknown>,
  step: Asked,
  value: string | null,
): Promise<Reply | null> {
  const { skipped } = asking.parse(data);
  if (SKIP.test(text)) return next(turn, [...skipped, step]);
  // Who is asked and says no has had enough of questions.
  if (isNo(text, turn.lang)) return { text: turn.say.profile.later };
  const said = await save(turn, value === null ? factIn(turn, text) : { [step]: value });
  if (said === null) return null;
  const { text: asked, ...more } = await next(turn, skipped);
  return { ...more, text: `${said}\n${asked}` };
}

const noted = (text: string): Reply => ({ text, ask: { step: 'noted', data: {} } });

/** Another fact than the one that is asked for: `ana@x.com`, `nasci em 3/5`, and what comes after a no. */
function factIn(turn: Turn, text: string): Args {
  const said = correctionIn(text, turn.lang) ?? text;
  const birthday = parseBirthday(said, turn.lang);
  if (birthday !== null && birthday !== 'impossible' && birthday !== 'unclear') return { birthday };
  const email = parseEmail(said);
  if (email !== null) return { email };
  const { intent, args, guessed } = hear(turn, said);
  return intent === 'profile' && !guessed && args.unclear === undefined ? args : {};
}

/** Asks for the first that is missing; at the end, tells what is known. */
async function next(turn: Turn, skipped: readonly Asked[]): Promise<Reply> {
  const { say } = turn;
  const known = await profileOf(turn.work, turn.speaker.customer.id);
  const step = STEPS.find((one) => known[one] === null && !skipped.includes(one));
  if (step !== undefined) return { text: say.profile.ask[step], ask: { step, data: { skipped } } };
  const { birthday } = formatIn(turn.lang, turn.shop.zone);
  const lines = [
    known.name === null ? null : say.profile.line.name(cleanName(known.name) ?? '…'),
    known.birthday === null ? null : say.profile.line.birthday(birthday(known.birthday)),
    known.email === null ? null : say.profile.line.email(known.email),
    known.cpf === null ? null : say.profile.line.cpf(cpfText(known.cpf)),
  ].filter((line) => line !== null);
  return { text: [say.profile.title, ...lines, say.profile.change].join('\n') };
}

/** Keeps what was said, and says so; null where nothing was. */
async function save(turn: Turn, { name, email, birthday, cpf }: Args): Promise<string | null> {
  const { work, say, speaker } = turn;
  const { id: customerId } = speaker.customer;
  const lines: string[] = [];
  const clean = name === undefined ? null : cleanName(name);
  if (clean !== null) {
    await setProfile(work, customerId, { name: clean });
    lines.push(say.profile.saved.name(clean));
  }
  if (birthday !== undefined) {
    await setProfile(work, customerId, { birthday });
    lines.push(say.profile.saved.birthday(formatIn(turn.lang, turn.shop.zone).birthday(birthday)));
  }
  for (const identity of [
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
    ...(cpf === undefined ? [] : [{ kind: 'cpf' as const, value: cpf }]),
  ]) {
    const outcome = await declareIdentity(work, { customerId, identity });
    const { saved } = say.profile;
    const told = identity.kind === 'email' ? saved.email(identity.value) : saved.cpf;
    lines.push(outcome === 'own-already' ? saved.already : told);
  }
  return lines.length === 0 ? null : lines.join('\n');
}
