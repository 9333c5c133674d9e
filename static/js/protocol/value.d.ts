/** What the codec writes and reads; see codec.js. */
export type Value =
  | number
  | boolean
  | null
  | string
  | Uint8Array
  | readonly Value[]
  | ValueMap;

export interface ValueMap extends ReadonlyMap<number, Value> {}
