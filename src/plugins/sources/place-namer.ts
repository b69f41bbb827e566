import type { Position } from "./source.ts";

/**
 * Names the places of a table's rows as they come in order of position: `calls:<key>`. Rows without a key are told
 * apart by their time and their number among those of that time, or one problem would stand for all of them.
 */
export function placeNamer(table: string): (position: Position) => string {
  let lastTime: string | null = null;
  let nth = 0;
  return ([time, key]) => {
    if (key !== "") return `${table}:${key}`;
    nth = time === lastTime ? nth + 1 : 1;
    lastTime = time;
    return `${table}:(no key${time === "" ? "" : `, ${time}`}, row ${nth})`;
  };
}
