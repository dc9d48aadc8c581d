/** A time of day as people write it (`14:30`, `14h30`, `14h`), as `HH:MM`; null where it is none. */
export function parseTime(text: string): string | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})\s*(?:[:h]\s*(\d{2})?)\s*(?:min)?\s*$/i.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
