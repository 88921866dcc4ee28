/** Little-endian reading over a byte array, with the bounds checked by the callers' own lengths. */
export class Bytes {
  readonly #view: DataView;
  readonly length: number;

  constructor(readonly array: Uint8Array) {
    this.#view = new DataView(array.buffer, array.byteOffset, array.byteLength);
    this.length = array.byteLength;
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  /** A 64-bit length or offset; Infinity where it is beyond what a double counts exactly. */
  u64(at: number): number {
    const value = this.#view.getBigUint64(at, true);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Number.POSITIVE_INFINITY;
  }

  slice(from: number, to: number): Uint8Array {
    return this.array.subarray(from, to);
  }
}
