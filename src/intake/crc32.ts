const POLYNOMIAL = 0xedb88320;

/** Of each byte, at its place among four: with four tables, four bytes are taken at once. */
const TABLES: readonly Int32Array[] = [
  new Int32Array(256),
  new Int32Array(256),
  new Int32Array(256),
  new Int32Array(256),
];
const [T0, T1, T2, T3] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  T0[byte] = value;
}
for (let byte = 0; byte < 256; byte += 1) {
  for (const [before, table] of [
    [T0, T1],
    [T1, T2],
    [T2, T3],
  ] as const) {
    const value = before[byte] as number;
    table[byte] = (value >>> 8) ^ (T0[value & 0xff] as number);
  }
}

/** The CRC-32 of the zip format (ISO 3309), as an unsigned number; `before` is that of the bytes in front. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  const fours = bytes.length & ~3;
  let i = 0;
  for (; i < fours; i += 4) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    crc =
      (T3[crc & 0xff] as number) ^
      (T2[(crc >>> 8) & 0xff] as number) ^
      (T1[(crc >>> 16) & 0xff] as number) ^
      (T0[crc >>> 24] as number);
  }
  for (; i < bytes.length; i += 1) crc = (crc >>> 8) ^ (T0[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
