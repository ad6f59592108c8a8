/** The old name of `websocket`. */
export * from "websocket";
