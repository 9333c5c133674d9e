/** Announcements of the service: something arrived, in this conversation, at this place. They carry no word of it. */
import { io } from "../../vendor/socket.io-client/socket.io.esm.min.js";

/** @typedef {{ arrived: (conversation: string, position: number) => void, connected: () => void, ended: () => void }} Listener */

/** @type {{ connected: boolean, connect(): unknown, disconnect(): unknown } | null} */
let socket = null;

/**
 * Listens until `stop`; `connected` is called at each connection, since announcements before it were missed.
 * @param {Listener} listener
 */
export function listen({ arrived, connected, ended }) {
  stop();
  const opened = io({ transports: ["websocket"] });
  opened.on("arrived", (/** @type {unknown} */ conversation, /** @type {unknown} */ position) => {
    arrived(String(conversation), Number(position));
  });
  opened.on("connect", connected);
  opened.on("disconnect", (/** @type {string} */ reason) => {
    // The service closes a socket when its sign-in ends.
    if (reason === "io server disconnect") ended();
  });
  socket = opened;
}

/** Opens the socket again that the service closed, as after a new sign-in in another tab. */
export function resume() {
  if (socket !== null && !socket.connected) socket.connect();
}

/** Closes the socket. */
export function stop() {
  socket?.disconnect();
  socket = null;
}
