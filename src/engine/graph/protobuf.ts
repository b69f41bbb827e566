/**
 * The few rules of the protobuf wire format that an ONNX file needs: a message is a row of fields, each a tag
 * (field number and wire type) and a value. https://protobuf.dev/programming-guides/encoding/
 */
export type Field = readonly Uint8Array[];

const wireType = { varint: 0, bytes: 2, fixed32: 5 } as const;

export function integerField(number: number, value: number): Field {
  return [tag(number, wireType.varint), varint(value)];
}

export function floatField(number: number, value: number): Field {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return [tag(number, wireType.fixed32), bytes];
}

export function textField(number: number, text: string): Field {
  return bytesField(number, Buffer.from(text));
}

export function bytesField(number: number, bytes: Uint8Array): Field {
  return [tag(number, wireType.bytes), varint(bytes.length), bytes];
}

export function messageField(number: number, fields: readonly Field[]): Field {
  return bytesField(number, message(fields));
}

export function message(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flat());
}

function tag(number: number, type: number): Uint8Array {
  return varint((number << 3) | type);
}

/** Seven bits a byte, lowest first, the eighth says that more follow; negative numbers as 64-bit two's complement. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
