import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { acquirerName, formatIn } from '../bot/messages';
import { TryItRefusal, type Phone, type TryItBackend } from '../sandbox/tryit';
import { END, HELP, SELL, terminalWords } from './terminal-words';

/** For an answer, as not everything has one; of what is typed ahead nobody sits before it who would be kept waiting. */
const shopWaitMs = (): number => (process.stdin.isTTY ? 5_000 : 30_000);

/** A conversation in the terminal: the same product, sandbox and demo shops as the page. */
class TerminalChat {
  private phone: Phone;
  private readonly shown = new Map<string, number>();
  private showing: Promise<unknown> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly backend: TryItBackend,
    private readonly shop: string,
    private phones: readonly Phone[],
    private readonly dataDir: string,
    private readonly ending: AbortSignal,
  ) {
    const [first] = phones;
    if (first === undefined) throw new Error('the demo shop has no phones');
    this.phone = first;
  }

  /** What was said before this conversation is not repeated. */
  async open(): Promise<void> {
    for (const { chatId } of this.phones)
      this.shown.set(chatId, (await this.backend.messages(this.shop, chatId, null)).at(-1)?.seq ?? 0);
  }

  /** Prints what comes by itself from now on, and says that it has. */
  listen(shown: () => void): void {
    this.unsubscribe = this.backend.subscribe(this.shop, (change) => {
      if (change.kind === 'message') void this.show().then((some) => some && shown());
    });
  }

  /** Afterwards nothing is asked of the backend or printed any more. */
  async close(): Promise<void> {
    this.unsubscribe();
    await this.showing;
    process.stdout.write(this.words.bye);
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
    const until = Date.now() + shopWaitMs();
    const waits = (): boolean => Date.now() < until && !this.ending.aborted;
    while (waits() && !(await this.show()) && before === this.shown.get(this.phone.chatId))
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

  /** Prints what the shop said to this phone since; true where there was something. One after the other: each thing once. */
  private show(): Promise<boolean> {
    const next = this.showing.then(() => this.showFresh());
    this.showing = next;
    return next;
  }

  private async showFresh(): Promise<boolean> {
    const { chatId } = this.phone;
    const after = this.shown.get(chatId) ?? 0;
    const fresh = (await this.backend.messages(this.shop, chatId, after)).filter(
      ({ from }) => from === 'shop',
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

/** Talks until `/fim`, in any language, the end of the input, or the signal. */
export async function converse(backend: TryItBackend, dataDir: string, ending: AbortSignal): Promise<void> {
  const [shop] = await backend.shops();
  if (shop === undefined) throw new Error('there is no demo shop');
  const chat = new TerminalChat(backend, shop.id, await backend.phones(shop.id), dataDir, ending);
  await chat.open();
  chat.tellHow();
  const { stdin: input, stdout: output } = process;
  const terminal = createInterface({ input, output, prompt: chat.prompt(), signal: ending });
  let isOpen = true;
  terminal.once('close', () => (isOpen = false));
  // What was typed ahead is taken though the input has ended.
  const prompt = (): void => void (isOpen && terminal.prompt(true));
  let isTaking = false;
  chat.listen(() => void (isTaking || prompt()));
  prompt();
  for await (const line of terminal) {
    isTaking = true;
    try {
      if (ending.aborted || !(await chat.take(line))) break;
    } catch (error) {
      if (!(error instanceof TryItRefusal)) throw error;
      process.stdout.write(`${error.title}\n`);
    }
    isTaking = false;
    terminal.setPrompt(chat.prompt());
    prompt();
  }
  terminal.close();
  await chat.close();
}
