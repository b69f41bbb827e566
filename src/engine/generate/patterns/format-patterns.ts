const hour = "([01]\\d|2[0-3])";
const sixty = "[0-5]\\d";
const leapYear = "(\\d\\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const date = [
  "\\d{4}-(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])",
  "\\d{4}-(0[469]|11)-(0[1-9]|[12]\\d|30)",
  "\\d{4}-02-(0[1-9]|1\\d|2[0-8])",
  `${leapYear}-02-29`,
].join("|");
const clock = `${hour}:${sixty}:${sixty}(\\.\\d{1,9})?`;
const offset = `(Z|[+-]${hour}:${sixty})`;
const emailPart = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
const byte = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const hex = "[0-9a-fA-F]";
const address = `https?://${label}(\\.${label})*(:\\d{1,5})?([/?#][a-zA-Z0-9._~/?=&+-]*)?`;

/**
 * Formats of ajv-formats as patterns: all that these allow, ajv-formats allows too. Texts nobody means are left out (leap
 * seconds, addresses without a host).
 */
const patterns: Readonly<Record<string, string>> = {
  date,
  time: `${clock}${offset}`,
  "iso-time": `${clock}${offset}?`,
  "date-time": `(${date})T${clock}${offset}`,
  "iso-date-time": `(${date})[T ]${clock}${offset}?`,
  email: `${emailPart}(\\.${emailPart})*@(${label}\\.)+${label}`,
  hostname: `${label}(\\.${label}){0,3}`,
  ipv4: `(${byte}\\.){3}${byte}`,
  uuid: `${hex}{8}-(${hex}{4}-){3}${hex}{12}`,
  uri: address,
  url: `https?://[a-z0-9]+([.-][a-z0-9]+)*\\.[a-z]{2,}(:\\d{2,5})?(/[a-zA-Z0-9._~/?=&+-]*)?`,
  duration: "P(\\d{1,4}W|(\\d{1,4}Y)?(\\d{1,4}M)?\\d{1,4}D|T(\\d{1,4}H)?\\d{1,4}M|T\\d{1,4}[HS])",
};

/** The pattern of a format, anchored; undefined where ajv alone knows it, or nobody does. */
export function formatPattern(format: string): string | undefined {
  return Object.hasOwn(patterns, format) ? `^(${patterns[format]})$` : undefined;
}
