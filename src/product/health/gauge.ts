import { Gauge, type Registry } from 'prom-client';

/** A figure of this product, under its name; with `look` it is what that says whenever the figures are asked for. */
export function gaugeIn(
  registry: Registry,
  name: string,
  help: string,
  { labelNames = [], look }: { labelNames?: readonly string[]; look?: () => number } = {},
): Gauge {
  const gauge: Gauge = new Gauge({
    name: `smartbis_${name}`,
    help,
    labelNames,
    registers: [registry],
    ...(look !== undefined && { collect: () => gauge.set(look()) }),
  });
  return gauge;
}
