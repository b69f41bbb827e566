import type { Finding, SearchedText } from "../redactor.ts";
import { mixed } from "./scan.ts";

const keyCharacter = /[A-Za-z0-9_-]/;
/** Prefixes of keys that their issuers document, and how long such a key is at least. */
const keyPrefixes = [
  "sk-",
  "sk_live_",
  "sk_test_",
  "pk_live_",
  "rk_live_",
  "gsk_",
  "ghp_",
  "gho_",
  "github_pat_",
  "xoxb-",
  "xoxp-",
  "AKIA",
  "ASIA",
  "AIza",
  "glpat-",
  "hf_",
  "SG.",
  "eyJ",
];
const tokenNames =
  /[?&#;](?:token|access_token|auth|authtoken|key|api_key|apikey|sig|signature|secret|session|sessionid|sid|code|password|pwd|jwt|otp|invite|reset|hash|ticket)=$/i;

/** Links with tokens, API keys and IP addresses of a text. */
export function credentialFindings(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  const source = text.text;
  const hasScheme = source.includes("://");
  if (text.longestRun === 0 && !hasScheme) return found;
  if (hasScheme || source.includes("www.")) found.push(...linkFindings(source));
  if ((text.any & mixed) !== 0)
    for (const prefix of keyPrefixes) if (source.includes(prefix)) found.push(...keyFindings(source, prefix));
  if (text.longestRun > 3 && source.includes(".")) found.push(...addressFindings(text));
  return found;
}

/** Values of token-like parameters, user:password@ and long random path segments. */
function linkFindings(source: string): Finding[] {
  const found: Finding[] = [];
  for (let at = nextLink(source, 0); at >= 0; ) {
    let end = at;
    while (end < source.length && !/[\s"'<>)\]}]/.test(source.charAt(end))) end += 1;
    found.push(...tokensIn(source, at, end));
    at = nextLink(source, end);
  }
  return found;
}

function nextLink(source: string, from: number): number {
  const scheme = source.indexOf("://", from);
  const bare = source.indexOf("www.", from);
  if (scheme < 0 || bare < 0) return Math.max(scheme, bare);
  return Math.min(scheme, bare);
}

function tokensIn(source: string, start: number, end: number): Finding[] {
  const found: Finding[] = [];
  let from = start + 3;
  for (let at = from; at <= end; at += 1) {
    const character = at === end ? "/" : source.charAt(at);
    if (!"/?&#=;@:".includes(character)) continue;
    const named = tokenNames.test(source.slice(Math.max(start, from - 24), from));
    const value = source.slice(from, at);
    const password = character === "@" && source.charAt(from - 1) === ":";
    if (password || (named && value.length >= 4) || isRandom(value)) found.push(finding("URL", value, from));
    from = at + 1;
  }
  return found;
}

/** 16 characters or more with letters and three digits in between: no word, no slug. */
function isRandom(value: string): boolean {
  if (value.length < 16 || value.length > 2000 || value.includes(".")) return false;
  return (
    (value.match(/\d/g)?.length ?? 0) >= 3 && /[A-Za-z]/.test(value) && !/^[a-z]+(?:-[a-z0-9]+)+$/.test(value)
  );
}

function keyFindings(source: string, prefix: string): Finding[] {
  const found: Finding[] = [];
  for (let at = source.indexOf(prefix); at >= 0; at = source.indexOf(prefix, at + prefix.length)) {
    let end = at + prefix.length;
    if (at > 0 && keyCharacter.test(source.charAt(at - 1))) continue;
    while (
      end < source.length &&
      (keyCharacter.test(source.charAt(end)) || (prefix === "eyJ" && source.charAt(end) === "."))
    )
      end += 1;
    const value = source.slice(at, end);
    if (value.length >= 20 && /\d/.test(value)) found.push(finding("API_KEY", value, at));
    at = Math.max(at, end - prefix.length);
  }
  return found;
}

/** Four groups of at most 255 with single dots between them and nothing around. */
function addressFindings(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  for (const run of text.runs) {
    if (run.atoms.length !== 4 || run.glued) continue;
    const start = text.starts[run.first] ?? 0;
    const value = text.text.slice(start, text.ends[run.last]);
    const valid =
      /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value) && value.split(".").every((group) => Number(group) <= 255);
    if (valid) found.push(finding("IP_ADDRESS", value, start));
  }
  return found;
}

function finding(entity: Finding["entity"], value: string, start: number): Finding {
  return { entity, value, score: 0.9, start, end: start + value.length, write: (surrogate) => surrogate };
}
