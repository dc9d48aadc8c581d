import type { Request } from 'express';
import type { z } from 'zod';
import * as requests from './requests';

/** What of a request cannot be read, by its field. */
export class Malformed extends Error {
  constructor(
    readonly field: string,
    readonly detail: string,
  ) {
    super(`${field}: ${detail}`);
  }
}

export function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Malformed(issue?.path.join('.') ?? '', issue?.message ?? 'malformed');
}

/** The path's names; those that a route does not have are empty. */
export function paramsOf(request: Request): Record<'shop' | 'chat' | 'message' | 'sale', string> {
  const { shop = '', chat = '', message = '', sale = '' } = read(requests.params, request.params);
  return { shop, chat, message, sale };
}
