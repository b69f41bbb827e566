/**
 * 16-bit floats (IEEE 754 binary16) in a `Uint16Array`; Node 20 has no Float16Array. Rounded to the nearest, ties to the even.
 * @throws RangeError for a number that 16 bits can't hold
 */
export function toHalfFloats(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return Uint16Array.from(bits, halfBits);
}

export function fromHalfFloats(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, singleBits).buffer);
}

/** Sign 1 bit, exponent 8 bits (bias 127), fraction 23 bits → sign 1, exponent 5 (bias 15), fraction 10. */
function halfBits(single: number): number {
  const sign = (single >>> 16) & 0x8000;
  const exponent = ((single >>> 23) & 0xff) - 127 + 15;
  const fraction = single & 0x7fffff;
  if (exponent > 30) throw new RangeError("a weight is too large for 16 bits, or not a number");
  if (exponent >= 1) return rounded(sign | (exponent << 10) | (fraction >>> 13), fraction & 0x1fff, 0x1000);
  if (exponent < -10) return sign;
  // Subnormal: the hidden 1 becomes visible and everything moves right.
  const shift = 14 - exponent;
  const whole = fraction | 0x800000;
  return rounded(sign | (whole >>> shift), whole & ((1 << shift) - 1), 1 << (shift - 1));
}

/** A carry out of the fraction runs into the exponent, which is right. */
function rounded(half: number, rest: number, tie: number): number {
  const up = rest > tie || (rest === tie && (half & 1) === 1);
  const result = up ? half + 1 : half;
  if ((result & 0x7fff) === 0x7c00) throw new RangeError("a weight is too large for 16 bits");
  return result;
}

function singleBits(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 31) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent - 15 + 127) << 23) | (fraction << 13);
  if (fraction === 0) return sign;
  // Subnormal: moved left until its first 1 is the hidden one.
  const shift = Math.clz32(fraction) - 21;
  return sign | ((1 - shift - 15 + 127) << 23) | (((fraction << shift) & 0x3ff) << 13);
}
