/** Lines on their way to a file, as the bytes that they become: texts that are put together first are copied twice more. */
export interface LineBuffer {
  add(line: string): void;
  /** How many bytes wait. */
  readonly length: number;
  /** The bytes that wait; they are overwritten by what is added afterwards. */
  take(): Uint8Array;
}

const lineFeed = 10;
/** UTF-8 needs no more for one of UTF-16's units. */
const mostBytesOfUnit = 3;

/** `expected` bytes need no more room than it has from the start. */
export function createLineBuffer(expected: number): LineBuffer {
  let room: Buffer = Buffer.allocUnsafe(expected);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(line) {
      const most = length + mostBytesOfUnit * line.length + 1;
      if (most > room.length) room = copyOf(room, 2 * most);
      length += room.write(line, length);
      room[length] = lineFeed;
      length += 1;
    },
    take() {
      const taken = room.subarray(0, length);
      length = 0;
      return taken;
    },
  };
}

function copyOf(bytes: Buffer, room: number): Buffer {
  const wider = Buffer.allocUnsafe(room);
  bytes.copy(wider);
  return wider;
}
