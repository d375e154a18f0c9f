declare module 'tz-lookup' {
  /** IANA zone of a place; `Etc/GMT…` at sea. Throws RangeError outside ±90, ±180. */
  export default function tzLookup(latitude: number, longitude: number): string;
}
