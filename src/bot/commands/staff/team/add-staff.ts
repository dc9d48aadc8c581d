import { z } from 'zod';
import { checkMember, LANGUAGES, putMember, STAFF_ROLES, type Role } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, messagesIn, refusalText } from '../../../messages';
import { personIn } from '../../../conversation/hearing';
import { parseBrazilianPhone, readRole } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { memberWords } from './members';

const role = z.enum(STAFF_ROLES);
const told = z.object({ role: role.optional(), name: z.string().optional(), phone: z.string().optional() });
const pending = z.object({ role, name: z.string(), phone: z.string() });
type Told = z.infer<typeof told>;

const VERBS = {
  pt: '(adicionar|adiciona|adicione|incluir|inclui|cadastrar|cadastra|colocar|coloca|por|novo|nova|contratei)',
  en: '(add|include|register|new|hire)',
  es: '(agregar|agrega|anadir|anade|incluir|registrar|poner|pon|nuevo|nueva)',
};

export const addStaff: Command = {
  name: 'add-staff',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      `${VERBS.pt} [(um|uma|o|a)] [(novo|nova)] {role} [(novo|nova)] [{name}] [(com o|no)] [(numero|telefone|celular)] {phone} [(na|a) equipe]`,
      `${VERBS.pt} [(um|uma|o|a)] [(novo|nova)] {role} {phone} {name}`,
      `${VERBS.pt} [(um|uma|o|a)] [(novo|nova)] {role} [{member}]`,
      `${VERBS.pt} {phone} como {role}`,
      `${VERBS.pt} [(alguem|uma pessoa|mais alguem)] (na|a|para a) equipe`,
    ],
    en: [
      `${VERBS.en} [(a|the)] [new] {role} [{name}] [(with|at)] [(number|phone)] {phone} [to the team]`,
      `${VERBS.en} [(a|the)] [new] {role} {phone} {name}`,
      `${VERBS.en} [(a|the)] [new] {role} [{member}]`,
      `${VERBS.en} {phone} as {role}`,
      `${VERBS.en} (someone|a person|people) to the team`,
    ],
    es: [
      `${VERBS.es} [(un|una|al|a la)] [(nuevo|nueva)] {role} [{name}] [con] [(numero|telefono|celular)] {phone} [al equipo]`,
      `${VERBS.es} [(un|una|al|a la)] [(nuevo|nueva)] {role} {phone} {name}`,
      `${VERBS.es} [(un|una|al|a la)] [(nuevo|nueva)] {role} [{member}]`,
      `${VERBS.es} {phone} como {role}`,
      `${VERBS.es} (a alguien|una persona|alguien) (al|en el) equipo`,
    ],
  },
  examples: {
    pt: [
      { says: 'adicionar caixa 11 98888-0002', args: { role: 'cashier', phone: '+5511988880002' } },
      {
        says: 'adicionar gerente Bia 11 98888-0002',
        args: { role: 'manager', name: 'Bia', phone: '+5511988880002' },
      },
      {
        says: 'adicionar caixa 11 98888-0002 Júlia',
        args: { role: 'cashier', name: 'Júlia', phone: '+5511988880002' },
      },
      { says: 'adicionar caixa', args: { role: 'cashier' } },
    ],
    en: [
      { says: 'add cashier 11 98888-0002', args: { role: 'cashier', phone: '+5511988880002' } },
      {
        says: 'add manager Bia 11 98888-0002',
        args: { role: 'manager', name: 'Bia', phone: '+5511988880002' },
      },
    ],
    es: [
      { says: 'agregar cajero 11 98888-0002', args: { role: 'cashier', phone: '+5511988880002' } },
      {
        says: 'agregar gerente Bia 11 98888-0002',
        args: { role: 'manager', name: 'Bia', phone: '+5511988880002' },
      },
    ],
  },
  handle: (turn, args) => propose(turn, told.parse(args)),
  again: (turn, data) => {
    const { name, ...of } = told.parse(data);
    return propose(turn, isUnnamed(of, name) ? of : { ...of, name });
  },
  pin: () => true,
  steps: {
    role: async (turn, text, data) => {
      const said = readRole(text, turn.lang);
      return said === null ? null : propose(turn, { ...told.parse(data), role: said });
    },
    phone: async (turn, text, data) => {
      const { phone, name } = memberIn(turn, text);
      if (phone !== null || name !== null)
        return propose(turn, { ...told.parse(data), ...(phone && { phone }), ...(name && { name }) });
      // Digits were meant for one.
      return text.replaceAll(/\D/g, '').length >= 8
        ? { text: turn.say.team.phoneUnclear, ask: { step: 'phone', data } }
        : null;
    },
    confirm: async (turn, text, data) => {
      const member = pending.parse(data);
      const answered = await confirmed(turn, text, () => put(turn, member));
      if (answered !== null || member.name !== unnamed(turn, member.role, member.phone)) return answered;
      const { name } = memberIn(turn, text);
      return name === null ? null : propose(turn, { ...member, name });
    },
  },
};

const PHONE = /\+?\(?\d[\d\s().-]{6,}\d/;

/** What a text says of somebody: a phone, a name alone, or both. */
function memberIn(turn: Turn, text: string): { phone: string | null; name: string | null } {
  const phone = parseBrazilianPhone(PHONE.exec(text)?.[0] ?? '');
  const rest = phone === null ? text : text.replace(PHONE, ' ');
  return { phone, name: personIn(turn, rest) };
}

/** Asks for what is missing, one thing at a time, and then for the yes. */
async function propose(turn: Turn, { role: as, phone, name }: Told): Promise<Reply> {
  const { team: say } = turn.say;
  if (as === undefined && phone === undefined) return { text: say.addHow };
  const data = { role: as, phone, name };
  if (as === undefined) return { text: say.whichRole, ask: { step: 'role', data } };
  if (phone === undefined) return { text: say.whichPhone, ask: { step: 'phone', data } };
  const by = staffOf(turn);
  const checked = await checkMember(turn.work, { member: { phone, role: as, name: name ?? '' }, by });
  if (!checked.ok) return { text: refusalText(checked.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  const { before } = checked.value;
  const called = cleanName(name ?? '') ?? before?.name ?? null;
  const member = { role: as, phone, name: called ?? unnamed(turn, as, phone) };
  const words = memberWords(turn, member);
  if (before?.role === as && before.name === member.name)
    return { text: say.already(words.name, words.role) };
  const text =
    before === null || before.role === as
      ? say.askAdd({ ...words, name: called === null ? null : words.name })
      : say.askChange({ ...words, before: say.role[before.role] });
  return { text, ask: { step: 'confirm', data: member } };
}

/** Until somebody says their name: what they are, and how their phone ends. */
const unnamed = ({ say }: Pick<Turn, 'say'>, as: Role, phone: string): string =>
  `${say.team.role[as]} ${phone.slice(-4)}`;

/** In whatever language that was. */
const isUnnamed = ({ role: as, phone = '' }: Told, name: string | undefined): boolean =>
  LANGUAGES.some((lang) => as !== undefined && name === unnamed({ say: messagesIn(lang) }, as, phone));

async function put(turn: Turn, member: z.infer<typeof pending>): Promise<Reply> {
  const done = await putMember(turn.work, { member, by: staffOf(turn) });
  if (!done.ok) return { text: refusalText(done.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  const { name, role: as } = memberWords(turn, member);
  const { team: say } = turn.say;
  return { text: done.value.before === null ? say.added(name, as) : say.changed(name, as) };
}
