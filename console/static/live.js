// Live pages: a page whose <main> has data-live hears from the server that something on it changed. It then fetches
// itself again and swaps its parts (data-part) that differ, but none in which somebody types.

const main = document.querySelector("main[data-live]");
const KEY = "wees-alert-sound";
const WAIT = 60_000; // milliseconds before a refused stream is tried again
const title = document.title;
const isOn = () => localStorage.getItem(KEY) === "on";
const acute = () => [...main.querySelectorAll(".acute a[href]")].map((link) => link.getAttribute("href"));

let source = null;
let isFetching = false;
let isStale = false;
let known = new Set(acute());
let unread = 0;

function listen() {
  if (source || (document.hidden && !isOn())) return;
  source = new EventSource(`/live?${new URLSearchParams({ of: main.dataset.live, since: main.dataset.since })}`);
  source.addEventListener("message", (event) => {
    main.dataset.since = event.lastEventId;
    refresh();
  });
  source.addEventListener("over", () => {
    leave();
    refresh();
  });
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return; // it opens by itself again
    leave();
    setTimeout(listen, WAIT);
  });
}

function leave() {
  source?.close();
  source = null;
}

async function refresh() {
  isStale = true;
  if (isFetching || isTyping()) return;
  isFetching = true;
  try {
    while (isStale) {
      isStale = false;
      const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.redirected) say(main.dataset.over);
      else if (answer.ok) swap(page);
      else if (answer.status < 500) close(page);
    }
  } catch {
    // The network is away: the stream opens again by itself, and brings what was missed.
  } finally {
    isFetching = false;
  }
}

const isTyping = () => main.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");

// The page is no longer this person's, or there is nothing to see any more.
function close(page) {
  leave();
  main.replaceChildren(...page.querySelector("main").children);
}

function swap(page) {
  const focused = document.activeElement?.getAttribute("href");
  for (const part of main.querySelectorAll("[data-part]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && part.isEqualNode(fresh)) continue;
    const hadFocus = part.contains(document.activeElement);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
    else part.remove();
    if (hadFocus) (fresh?.querySelector(`[href="${CSS.escape(focused ?? "")}"]`) ?? main).focus({ preventScroll: true });
  }
  tick();
  tellAcute();
  listen();
}

function tellAcute() {
  const now = acute();
  const fresh = now.filter((path) => !known.has(path));
  known = new Set(now);
  if (!fresh.length) return;
  say(main.dataset.acute);
  if (!isOn()) return;
  if (document.hidden) {
    unread += fresh.length;
    document.title = `(${unread}) ${title}`;
  }
  beep();
}

function beep() {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  volume.gain.value = 0.2;
  tone.frequency.value = 880;
  tone.connect(volume).connect(audio.destination);
  tone.addEventListener("ended", () => audio.close());
  tone.start();
  tone.stop(audio.currentTime + 0.4);
}

function say(words) {
  document.getElementById("live-said").textContent = words;
}

// How long something still lasts goes on while nothing else changes; the server's clock counts.
const ahead = Date.parse(main.dataset.now) - Date.now();
const UNITS = [["minute", 120], ["hour", 48], ["day", Infinity]];
const SECONDS = { minute: 60, hour: 3_600, day: 86_400 };

function spelled(milliseconds) {
  const seconds = Math.max(0, milliseconds) / 1000;
  const [unit] = UNITS.find(([name, most]) => seconds < most * SECONDS[name]);
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" });
  return format.format(Math.floor(seconds / SECONDS[unit]));
}

function tick() {
  for (const one of main.querySelectorAll("[data-clock]")) {
    const left = Date.parse(one.dataset.clock) - Date.now() - ahead;
    one.textContent = one.dataset.words.replace("%", spelled(Math.abs(left)));
  }
}

function offerSound() {
  const button = document.getElementById("live-sound");
  const show = () => button.setAttribute("aria-pressed", String(isOn()));
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, isOn() ? "off" : "on");
    show();
    if (isOn()) beep();
  });
}

offerSound();
listen();
setInterval(tick, 30_000);
main.addEventListener("focusout", () => setTimeout(() => isStale && refresh()));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    if (!isOn()) leave();
    return;
  }
  unread = 0;
  document.title = title;
  listen();
});
