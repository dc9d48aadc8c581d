/** What is rung for where work is done connection by connection: whose it is, and which one. */
export const keyOf = (merchantId: number, connectionId: string): string => `${merchantId}:${connectionId}`;

export function partsOf(key: string): [merchantId: number, connectionId: string] {
  const [merchantId = '', id = ''] = key.split(':');
  return [Number(merchantId), id];
}
