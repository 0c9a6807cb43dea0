/** The control API, and the live line of events. */

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 5000;

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || `The server answered ${response.status}.`);
  return body;
}

export async function get(path, query = {}) {
  return answerOf(await fetch(`/playground/${path}?${new URLSearchParams(query)}`));
}

export async function post(path, body) {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return answerOf(await fetch(`/playground/${path}`, request));
}

/** Stay connected: every connection begins with a whole state, so nothing is missed for long. */
export function listen({ onEvent, onConnection }) {
  let wait = FIRST_RETRY_MS;
  const connect = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/playground/ws`);
    socket.onopen = () => {
      wait = FIRST_RETRY_MS;
      onConnection("connected");
    };
    socket.onmessage = (frame) => onEvent(JSON.parse(frame.data));
    socket.onclose = () => {
      onConnection("reconnecting");
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_RETRY_MS);
    };
  };
  connect();
}
