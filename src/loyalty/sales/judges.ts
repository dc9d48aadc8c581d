import { compileProgram, type Judge } from '../core/rules/judge';
import { mostOf } from '../core/rules/evaluate/limits';
import { NO_PAST, type Past, type Period } from '../core/rules/past';
import type { Instant, Sale } from '../core/sales/sale';
import type { Verdict } from '../core/rules/verdict';
import type { Zone } from '../core/time/zone';
import type { Program } from '../program/program';
import type { KnownSale } from './sale-rows';
import { zoneAt, type Shop } from '../shops/shops';

/** Programs compiled once for a set. */
export class Judges {
  private readonly compiled = new Map<Zone, Map<number, Judge>>();

  constructor(
    private readonly versions: readonly Program[],
    private readonly shop: Pick<Shop, 'zone' | 'formerZones'>,
  ) {}

  /** By whose calendar a sale of that moment is judged, whenever that is. */
  readonly zoneAt = (at: Instant): Zone => zoneAt(this.shop, at);

  /** The version that a sale was judged under, or that was in force when it was made. */
  versionOf({ sale, verdict }: Pick<KnownSale, 'sale' | 'verdict'>): Program | null {
    return (
      this.versions.findLast((version) =>
        verdict === null ? version.validFrom <= sale.occurredAt : version.number === verdict.version,
      ) ?? null
    );
  }

  /** By how much a rule's budget, or its limit of a period, was raised since a version. */
  raisedSince(version: Program, rule: number, of: Period | 'budget'): number {
    const now = this.versions.at(-1)?.listed.find(({ id }) => id === version.ruleIds[rule])?.rule;
    const before = mostOf(version.rules[rule]?.limits, of) ?? 0;
    return Math.max(0, (mostOf(now?.limits, of) ?? 0) - before);
  }

  judge(version: Program | null, sale: Sale, past: Past | null): Verdict {
    if (version === null) return { baseCents: 0, grants: [], vouchers: [], counts: [], trace: [] };
    const zone = this.zoneAt(sale.occurredAt);
    let compiled = this.compiled.get(zone);
    if (compiled === undefined) this.compiled.set(zone, (compiled = new Map()));
    let judge = compiled.get(version.number);
    if (judge === undefined) compiled.set(version.number, (judge = compileProgram(version, zone)));
    return judge(sale, past ?? NO_PAST);
  }
}
