/** Some logs name a call by the caller's number ("+14155550123-2026-03-01") or address. */
const personal = /\+\d{8,15}(?!\d)|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/gi;

/** Puts an opaque text in the place of numbers and addresses in ids and places; all else stays, to be found again. */
export function maskPersonalIds(opaque: (text: string) => string): (id: string) => string {
  return (id) => (id.includes("+") || id.includes("@") ? id.replace(personal, opaque) : id);
}
