import { FAULTS, type Fault } from '../faults';

/** Which faults each company has now; none after a restart. */
export class Faults {
  private readonly byCompany = new Map<string, ReadonlySet<Fault>>();

  set(company: string, faults: readonly Fault[]): void {
    this.byCompany.set(company, new Set(faults));
  }

  of(company: string): Fault[] {
    return FAULTS.filter((fault) => this.has(company, fault));
  }

  has(company: string, fault: Fault): boolean {
    return this.byCompany.get(company)?.has(fault) === true;
  }
}
