import type { Engine } from "../engine/engine.ts";
import type { LocalProvider } from "../workspace/local-provider.ts";

/** What the parts of the server work in. */
export interface ServerWorld {
  readonly provider: LocalProvider;
  readonly engine: Engine;
  /** The module that `engine` comes from, for threads. */
  readonly engineModule: URL;
  readonly threads: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh UUID. */
  readonly randomId: () => string;
  /** A sentence for who runs the server; never a caller's words. */
  readonly log: (sentence: string) => void;
}
