/**
 * Who shares a key with whom, for many keys over the same members: a hash table of linked lists in two typed arrays,
 * emptied in one go. Asking and adding make no objects.
 */
export interface Crowds {
  /** Members that were added with this key, the newest first, `most` at most. */
  visit(key: number, most: number, visit: (member: number) => void): void;
  add(key: number, member: number): void;
  clear(): void;
}

/** For members 0 … `members` − 1; keys are 32-bit. Keys that collide share a list: the visitor judges. */
export function createCrowds(members: number): Crowds {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, members * 2)));
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(Math.max(1, members)).fill(-1);
  const keys = new Int32Array(Math.max(1, members));
  const slotOf = (key: number) => Math.imul(key, 0x9e3779b1) >>> (32 - Math.log2(size));
  return {
    visit(key, most, visit) {
      let visited = 0;
      for (
        let member = heads[slotOf(key)] ?? -1;
        member !== -1 && visited < most;
        member = next[member] ?? -1
      ) {
        if (keys[member] !== (key | 0)) continue;
        visit(member);
        visited += 1;
      }
    },
    add(key, member) {
      const slot = slotOf(key);
      next[member] = heads[slot] ?? -1;
      heads[slot] = member;
      keys[member] = key;
    },
    clear() {
      heads.fill(-1);
    },
  };
}
