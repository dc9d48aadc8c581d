import type { Database } from '../../db';
import type { InboundMessage } from '../channel';
import { logTraces, type Logger } from '../../telemetry';
import { receiveAll } from './receive';

const LARGEST_GROUP = 200;

interface Waiting {
  message: InboundMessage;
  durable: () => void;
  failed: (error: unknown) => void;
}

/**
 * Makes a shop's messages durable, many in one commit: while a group is written the next one gathers, so that under load
 * the cost of a commit is shared and without load nobody waits for company.
 */
export class Receiver {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly db: Database,
    private readonly merchantId: number,
    private readonly burstMs: number,
    private readonly logger?: Logger,
  ) {}

  /** Resolves when the message is durable, behind those that were handed over before it; rejects when it cannot be made so. */
  add(message: InboundMessage): Promise<void> {
    return new Promise((durable, failed) => {
      this.waiting.push({ message, durable, failed });
      void this.write();
    });
  }

  private async write(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) await this.writeGroup(this.waiting.splice(0, LARGEST_GROUP));
    this.isWriting = false;
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await receiveAll(
        this.db,
        this.merchantId,
        group.map(({ message }) => message),
        this.burstMs,
      );
      for (const { durable } of group) durable();
      logTraces(
        this.logger,
        group.map(({ message }) => message.id),
        { merchantId: this.merchantId },
        'messages taken in',
      );
    } catch (error) {
      const chats = [...new Set(group.map(({ message }) => message.chatId))];
      // Where one message cannot be kept, those of other chats are none the worse for it.
      if (chats.length > 1) await Promise.all(chats.map((id) => this.writeGroup(group.filter(isOf(id)))));
      else this.fail(group, chats[0] ?? '', error);
    }
  }

  /** With all that was handed over behind it in its chat: nothing overtakes what is to be handed over again. */
  private fail(group: readonly Waiting[], chatId: string, error: unknown): void {
    const behind = this.waiting.filter(isOf(chatId));
    this.waiting = this.waiting.filter((one) => !isOf(chatId)(one));
    for (const { failed } of [...group, ...behind]) failed(error);
  }
}

const isOf =
  (chatId: string) =>
  ({ message }: Waiting): boolean =>
    message.chatId === chatId;
