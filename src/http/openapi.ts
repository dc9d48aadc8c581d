import { Router } from 'express';

/** The part of an OpenAPI 3.1 document that describes one area of routes, beside the area's own code. */
export interface RouteArea {
  paths: Readonly<Record<string, object>>;
  schemas?: Readonly<Record<string, object>>;
  securitySchemes?: Readonly<Record<string, object>>;
}

const problem = {
  type: 'object',
  description: 'An error as RFC 9457 has it.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do about it.' },
    field: { type: 'string', description: 'What of the request is at fault.' },
    code: { type: 'string', description: 'Which refusal it is, for programs.' },
  },
};

/** An answer that is a problem, for an area's responses. */
export const problemResponse = (description: string, retryAfter = false): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  ...(retryAfter
    ? {
        headers: {
          'Retry-After': { description: 'Seconds to wait.', required: true, schema: { type: 'integer' } },
        },
      }
    : {}),
});

/** The whole document. */
export function openApiDocument(areas: readonly RouteArea[], url: string): object {
  const all = (part: 'paths' | 'schemas' | 'securitySchemes'): object =>
    Object.assign({}, ...areas.map((area) => area[part] ?? {})) as object;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Smartbis',
      version: '1',
      description:
        'What SmartPOS and a shop’s tills call. Amounts within events are decimal reais, elsewhere cents.',
    },
    servers: [{ url }],
    paths: all('paths'),
    components: {
      schemas: { Problem: problem, ...all('schemas') },
      securitySchemes: all('securitySchemes'),
    },
  };
}

/** `GET /openapi.json`. */
export function createOpenApiRouter(areas: readonly RouteArea[], publicUrl: () => string): Router {
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.set('access-control-allow-origin', '*').json(openApiDocument(areas, publicUrl()));
  });
  return router;
}
