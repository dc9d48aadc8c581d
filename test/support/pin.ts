import request, { type Response } from 'supertest';
import { newPinPage, pinPage } from '../../src/bot/pages/pin-pages';
import { createApp } from '../../src/http';
import { withLinks } from '../../src/pages/one-time-links';
import { createOneTimeRouter, type OneTimePage } from '../../src/pages/one-time';
import type { LinkPurpose } from '../../src/pages/one-time-links';
import type { TestDatabase } from './database';
import type { Chat } from './dialog';

/** A PIN that the tests' people use. */
export const PIN = '2580';

/** The pages of the PIN as a phone's browser meets them. */
export class PinPages {
  private readonly app;

  constructor(
    private readonly test: TestDatabase,
    private readonly shop: number,
  ) {
    const pages = [pinPage, newPinPage] as unknown as OneTimePage<LinkPurpose>[];
    this.app = createApp([createOneTimeRouter(test, pages)], test.logger);
  }

  /** The address that the latest answer of a chat brought, or the one before it. */
  async addressIn(chat: Chat, before = 0): Promise<string> {
    const { text } = (await chat.answers()).at(-1 - before) ?? { text: '' };
    const address = /\/p\/\S+/.exec(withLinks(text, this.test.secrets, this.shop, ''))?.[0];
    if (address === undefined) throw new Error(`there is no link in: ${text}`);
    return address;
  }

  async open(address: string): Promise<Response> {
    return request(this.app).get(address);
  }

  async send(address: string, fields: Record<string, string>): Promise<Response> {
    return request(this.app).post(address).type('form').send(fields);
  }

  /** Opens the link of the latest answer and enters the PIN, creating it where there is none. */
  async enter(chat: Chat, pin = PIN): Promise<Response> {
    const address = await this.addressIn(chat);
    const { text } = await this.open(address);
    return this.send(address, text.includes('name="fresh"') ? { fresh: pin, again: pin } : { pin });
  }
}
