import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { ApiError } from "./api-error.ts";

/** Names that lead to this machine and nowhere else. */
const ownNames = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Lets only requests pass that were meant for this server. A web page anywhere can send requests to 127.0.0.1 through its
 * visitor's browser: one under a name of its own that it points here (DNS rebinding) shows in the Host header, one from
 * another page in the Origin header.
 */
export function guardHost(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ownNames.map((name) => `${name}:${port()}`);
    const host = context.req.header("host") ?? "";
    if (!hosts.includes(host)) throw refused("This server answers to 127.0.0.1 and localhost only");
    const origin = context.req.header("origin");
    if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`))
      throw refused("This server takes no requests from web pages");
    await next();
  };
}

/** Asks for `Authorization: Bearer …`; with no token set, any key that a client sends will do. */
export function guardToken(token: string | null): MiddlewareHandler {
  const expected = token === null ? null : digest(`Bearer ${token}`);
  return async (context, next) => {
    const given = digest(context.req.header("authorization") ?? "");
    if (expected !== null && !timingSafeEqual(given, expected))
      throw new ApiError({ status: 401, message: "Invalid API key provided", code: "invalid_api_key" });
    await next();
  };
}

function refused(message: string): ApiError {
  return new ApiError({ status: 403, message });
}

/** Of equal length, whatever the text, as a comparison in constant time needs it. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
