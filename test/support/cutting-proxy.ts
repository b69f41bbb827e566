import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface CuttingProxy {
  readonly port: number;
  /** How many connections there were. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/**
 * Passes a port on. The n-th connection is cut, both ways and without a goodbye, once the server has sent as many
 * bytes as the n-th number; connections beyond the list live.
 */
export async function startCuttingProxy(
  toPort: number,
  cutAfterBytes: readonly number[],
): Promise<CuttingProxy> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    let left = cutAfterBytes[connections] ?? Number.POSITIVE_INFINITY;
    connections += 1;
    const upstream = connect(toPort, "127.0.0.1");
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", cut).on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    client.on("data", (chunk) => upstream.write(chunk));
    upstream.on("data", (chunk) => {
      client.write(chunk.subarray(0, Math.min(chunk.length, left)));
      left -= chunk.length;
      if (left <= 0) client.destroySoon();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
