import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { acquirerName, formatIn } from '../bot/messages';
import { TryItRefusal, type Phone, type TryItBackend } from '../sandbox/tryit';
import { END, HELP, SELL, terminalWords } from './terminal-words';

const SHOP_WAIT_MS = 5_000;

/** A conversation in the terminal: the same product, sandbox and demo shops as the page. */
class TerminalChat {
  private phone: Phone;
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly backend: TryItBackend,
    private readonly shop: string,
    private phones: readonly Phone[],
    private readonly dataDir: string,
  ) {
    const [first] = phones;
    if (first === undefined) throw new Error('the demo shop has no phones');
    this.phone = first;
  }

  /** What was said before this conversation is not repeated. */
  async open(): Promise<void> {
    for (const { chatId } of this.phones)
      this.shown.set(chatId, (await this.backend.messages(this.shop, chatId, null)).at(-1)?.seq ?? 0);
    this.backend.subscribe(this.shop, (change) => {
      if (change.kind === 'message') void this.show();
    });
  }

  /** How all this is used, in the language of the phone in hand. */
  tellHow(): void {
    process.stdout.write(this.words.help);
  }

  private get words() {
    return terminalWords[this.phone.lang];
  }

  prompt(): string {
    return `${this.phone.name}> `;
  }

  /** False at the end. */
  async take(line: string): Promise<boolean> {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    if (END.has(word)) return false;
    if (HELP.has(word)) this.tellHow();
    else if (SELL.has(word)) await this.sell(rest.join(''));
    else if (word.startsWith('/')) await this.become(word.slice(1));
    else if (line.trim() !== '') await this.say(line);
    await this.hearLanguage();
    return true;
  }

  /** Who has chosen another language is told in it how to go on. */
  private async hearLanguage(): Promise<void> {
    const { chatId, lang } = this.phone;
    this.phones = await this.backend.phones(this.shop);
    const now = this.phones.find((phone) => phone.chatId === chatId);
    if (now === undefined || now.lang === lang) return;
    this.phone = now;
    this.tellHow();
  }

  private async become(name: string): Promise<void> {
    const found = this.phones.find((phone) => phone.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) {
      this.tellHow();
      return;
    }
    this.phone = found;
    await this.show();
  }

  private async say(text: string): Promise<void> {
    const before = this.shown.get(this.phone.chatId) ?? 0;
    await this.backend.say(this.shop, this.phone.chatId, { id: randomUUID(), text });
    const until = Date.now() + SHOP_WAIT_MS;
    while (Date.now() < until && !(await this.show()) && before === this.shown.get(this.phone.chatId))
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  private async sell(amount: string): Promise<void> {
    const reais = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(amount);
    const [machine] = await this.backend.machines(this.shop);
    if (reais === null || machine === undefined) {
      process.stdout.write(this.words.howToSell);
      return;
    }
    const amountCents = Number(reais[1]) * 100 + Number((reais[2] ?? '').padEnd(2, '0'));
    const buyer = this.phone.role === 'customer' ? { phone: this.phone.phone } : null;
    await this.backend.sell(this.shop, {
      terminal: machine.id,
      amountCents,
      method: 'pix',
      buyer,
      voucherCode: null,
    });
    const { money } = formatIn(this.phone.lang, 'America/Sao_Paulo');
    process.stdout.write(this.words.sold(money(amountCents), acquirerName(machine.acquirer)));
  }

  /** Prints what the shop said to this phone since; true where there was something. */
  private async show(): Promise<boolean> {
    const { chatId } = this.phone;
    const after = this.shown.get(chatId) ?? 0;
    const fresh = (await this.backend.messages(this.shop, chatId, after)).filter(
      (message) => message.from === 'shop' && message.seq > (this.shown.get(chatId) ?? 0),
    );
    for (const message of fresh) {
      this.shown.set(chatId, message.seq);
      process.stdout.write(`\r${message.text}\n`);
      if (message.hasPicture) await this.savePicture(message.id);
      if (message.document !== null) await this.saveDocument(message.id);
    }
    return fresh.length > 0;
  }

  private async savePicture(id: string): Promise<void> {
    const picture = await this.backend.picture(this.shop, id);
    if (picture === null) return;
    this.save(this.words.picture, 'pictures', `${id}.png`, picture);
  }

  private async saveDocument(id: string): Promise<void> {
    const found = await this.backend.document(this.shop, id);
    if (found === null) return;
    this.save(this.words.file, 'documents', `${id}-${basename(found.name)}`, found.bytes);
  }

  private save(what: string, folder: string, name: string, bytes: Buffer): void {
    const place = join(this.dataDir, folder);
    mkdirSync(place, { recursive: true });
    const path = join(place, name);
    writeFileSync(path, bytes);
    process.stdout.write(`[${what}: ${path}]\n`);
  }
}

/** Talks until `/fim`, in any language, or the end of the input. */
export async function converse(backend: TryItBackend, dataDir: string): Promise<void> {
  const [shop] = await backend.shops();
  if (shop === undefined) throw new Error('there is no demo shop');
  const chat = new TerminalChat(backend, shop.id, await backend.phones(shop.id), dataDir);
  await chat.open();
  chat.tellHow();
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: chat.prompt() });
  terminal.prompt();
  for await (const line of terminal) {
    try {
      if (!(await chat.take(line))) break;
    } catch (error) {
      if (!(error instanceof TryItRefusal)) throw error;
      process.stdout.write(`${error.title}\n`);
    }
    terminal.setPrompt(chat.prompt());
    terminal.prompt();
  }
  terminal.close();
}
