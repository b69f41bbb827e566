import { randomBytes } from "node:crypto";
import type { FileNotice } from "./file-book.ts";

/** A file that was announced and whose bytes haven't come yet. */
export interface UploadTicket {
  readonly id: string;
  readonly notice: FileNotice;
  /** Seconds since 1970. */
  readonly createdAt: number;
}

/** Addresses that take one upload each: who knows the secret needs no token. */
export interface UploadTickets {
  /** The secret part of the address. */
  issue(ticket: UploadTicket): string;
  /** Takes the ticket away; null where there is none, or it has been used. */
  redeem(secret: string): UploadTicket | null;
  /** Of a file whose bytes haven't come yet. */
  find(id: string): UploadTicket | null;
}

/** Announcements that nothing follows are forgotten, the oldest first. */
const mostOpen = 1000;

export function openUploadTickets(): UploadTickets {
  const open = new Map<string, UploadTicket>();
  return {
    issue(ticket) {
      const secret = randomBytes(32).toString("base64url");
      open.set(secret, ticket);
      for (const old of [...open.keys()].slice(0, -mostOpen)) open.delete(old);
      return secret;
    },
    redeem(secret) {
      const ticket = open.get(secret) ?? null;
      open.delete(secret);
      return ticket;
    },
    find: (id) => [...open.values()].find((ticket) => ticket.id === id) ?? null,
  };
}
