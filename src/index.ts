// Every public name of the library, one explicit list.
export { BuildOptions } from "./domain/build-options.ts";
export { Call, MadeToolCall, Turn } from "./domain/call.ts";
