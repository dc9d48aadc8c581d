/** A line of a page of metrics. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const LABEL = /(\w+)="([^"]*)"/g;

export const samplesOf = (page: string): Sample[] =>
  [...page.matchAll(/^(\w+)(?:\{(.*)\})? (\S+)$/gm)].map(([, name = '', labels = '', value]) => ({
    name,
    labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, label = '', is = '']) => [label, is])),
    value: Number(value),
  }));

/** What an expression takes of a page: a metric with these labels. */
export interface Selector {
  name: string;
  labels: [label: string, is: RegExp][];
}

export const selectorsOf = (expression: string): Selector[] =>
  [...expression.matchAll(/\b((?:smartbis|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)=(~?)"([^"]*)"/g)].map(([, label = '', isPattern, text = '']) => [
        label,
        isPattern === '~' ? new RegExp(`^(?:${text})$`) : new RegExp(`^${text}$`),
      ]),
    }),
  );

/** The labels that an expression groups by; `instance` is Prometheus's own. */
export const groupedBy = (expression: string): string[] =>
  [...expression.matchAll(/\bby \(([^)]*)\)/g)]
    .flatMap(([, labels = '']) => labels.split(/,\s*/))
    .filter((label) => label !== 'le' && label !== 'instance');

export const taken = ({ name, labels }: Selector, samples: readonly Sample[]): Sample[] =>
  samples.filter(
    (sample) => sample.name === name && labels.every(([label, is]) => is.test(sample.labels[label] ?? '')),
  );

/** Whether a rule over one process's figures of this moment holds; null where it is over time. */
export function holds(expression: string, samples: readonly Sample[]): boolean | null {
  const parts = /^(min|max|sum)\((?:max by \([\w, ]+\) \()?([^()]+)\)?\) (==|>) (\d+)$/.exec(expression);
  const [selector] = selectorsOf(expression);
  if (parts === null || selector === undefined) return null;
  const [, aggregate = '', , compares = '', bound = ''] = parts;
  const values = taken(selector, samples).map(({ value }) => value);
  const [first, ...rest] = values;
  if (first === undefined) return false;
  const join = { min: Math.min, max: Math.max, sum: (a: number, b: number) => a + b }[aggregate];
  const value = join === undefined ? NaN : rest.reduce((a, b) => join(a, b), first);
  return compares === '==' ? value === Number(bound) : value > Number(bound);
}
