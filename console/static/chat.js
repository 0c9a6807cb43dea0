// Telegram's web app: what Telegram tells about who opened it stands in the address, and is sent on once. Links marked
// data-outside open in the browser itself, where a passkey works.

const TELEGRAM_WEB = "https://web.telegram.org";
const isFramed = window.parent !== window;

// https://core.telegram.org/api/web-events
function tell(event, data) {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(event, JSON.stringify(data));
  else if (isFramed) window.parent.postMessage(JSON.stringify({ eventType: event, eventData: data }), TELEGRAM_WEB);
  else return false;
  return true;
}

function enter(form) {
  const told = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  history.replaceState(null, "", location.pathname);
  if (!told || isFramed) return; // a frame of another site keeps no session
  form.elements.init_data.value = told;
  form.submit();
}

tell("web_app_ready", {});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-outside]");
  if (link && tell("web_app_open_link", { url: link.href })) event.preventDefault();
});
const form = document.getElementById("telegram");
if (form) enter(form);
