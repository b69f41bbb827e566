/** The domains of RFC 2606. */
export function isReservedDomain(domain: string): boolean {
  return /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$/i.test(domain);
}

/** The numbers that North America keeps for fiction, whose ending surrogates elsewhere share. */
export function hasFictionalEnd(national: string): boolean {
  return /55501\d\d$/.test(national);
}

export function luhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = Number(digits[at]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
    double = !double;
  }
  return sum % 10 === 0;
}

/** ISO 13616, by big integers. */
export function mod97(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n;
}
