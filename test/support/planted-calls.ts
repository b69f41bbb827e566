import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What strangers said; none of it may be found in anything that is written or printed. */
const planted = [
  /sarah/i,
  /okonkwo/i,
  /867.?5309/,
  /8675309/,
  /eight six seven five three/i,
  /gmail/i,
  /4242.?4242/,
  /142 oak/i,
];

/** A logged call full of what strangers say; another size for another id. */
export function record(id: number) {
  const made = {
    customer_name: "Sarah Okonkwo",
    phone: "+14158675309",
    email: "sarah.okonkwo@gmail.com",
    address: "142 Oak Street",
    size: id,
  };
  const said =
    `Hello, my name is Sarah Okonkwo, a table for ${id} please. My number is four one five, eight six seven ` +
    "five three oh nine, mail sarah.okonkwo@gmail.com, card 4242 4242 4242 4242, I live at 142 Oak Street.";
  return {
    call_id: `call-${id}`,
    status: "completed",
    outcome: `booked; call Sarah Okonkwo back at 415-867-5309`,
    caller: "+14158675309",
    started_at: "2026-03-02T10:00:00Z",
    messages: [
      { role: "user", content: said },
      {
        role: "assistant",
        content: null,
        tool_calls: [
          { id: "1", type: "function", function: { name: "book", arguments: JSON.stringify(made) } },
        ],
      },
      { role: "tool", tool_call_id: "1", content: JSON.stringify({ booked: true, ...made }) },
      { role: "assistant", content: `Thank you Sarah, your table for ${id} is booked.` },
    ],
  };
}

export function lines(count: number): string {
  const calls = Array.from({ length: count }, (_, index) => JSON.stringify(record(index + 1)));
  return `${calls.join("\n")}\n`;
}

export async function contentsOf(path: string, except: readonly string[]): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !except.includes(entry.name));
  const contents = files.map(async ({ parentPath, name }) => [
    name,
    await readFile(join(parentPath, name), "utf8"),
  ]);
  return Object.fromEntries(await Promise.all(contents));
}

/** `file: pattern` for each planted value that is found. */
export function leaksIn(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    planted.filter((value) => value.test(text)).map((value) => `${name}: ${value}`),
  );
}
