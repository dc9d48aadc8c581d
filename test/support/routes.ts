import type { Router } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route of these routers, as `GET /path/:parameter`. */
export const routesOf = (routers: readonly Router[]): string[] =>
  routers
    .flatMap((router) => (router as unknown as { stack: Layer[] }).stack)
    .flatMap(({ route }) =>
      Object.keys(route?.methods ?? {}).map((method) => `${method.toUpperCase()} ${route?.path}`),
    );
