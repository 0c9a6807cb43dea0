// A new notice: while its fields change the page asks for itself again, and takes over what is marked data-live.
// Nothing is stored by that. What somebody typed meanwhile stays.

const form = document.getElementById("compose");
const PAUSE_MS = 500;
let timer;
let running;

const controls = (of) => [...of.elements].filter((one) => one.name && one.name !== "do");
const isBox = (one) => one.type === "checkbox" || one.type === "radio";
const keyOf = (one) => `${one.name}\n${isBox(one) ? one.value : ""}`;
const stateOf = (one) => (isBox(one) ? one.checked : one.value);

function swap(fresh) {
  for (const old of document.querySelectorAll("[data-live]")) {
    const other = fresh.getElementById(old.id);
    if (other && !old.contains(document.activeElement) && old.innerHTML !== other.innerHTML) {
      old.replaceChildren(...document.importNode(other, true).childNodes);
    }
  }
}

// Fields that did not change since the page asked take the values that it proposes.
function fill(fresh, before) {
  const proposed = new Map(controls(fresh.getElementById("compose")).map((one) => [keyOf(one), one]));
  for (const one of controls(form)) {
    const other = proposed.get(keyOf(one));
    if (!other || one === document.activeElement || stateOf(one) !== before.get(keyOf(one))) continue;
    if (isBox(one)) one.checked = other.checked;
    else one.value = other.value;
  }
}

async function ask(what) {
  running?.abort();
  running = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  body.set("do", what);
  const before = new Map(controls(form).map((one) => [keyOf(one), stateOf(one)]));
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: running.signal, redirect: "error" });
    if (answer.status !== 200 && answer.status !== 422) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.getElementById("compose")) return;
    fill(fresh, before);
    swap(fresh);
    form.dispatchEvent(new Event("compose-filled"));
  } catch {
    // The page works without this: its buttons say what is wrong.
  }
}

function later(event) {
  clearTimeout(timer);
  const isTold = event.type === "change" && event.target.id === "words" && !form.elements.kind.value;
  timer = setTimeout(ask, isTold ? 0 : PAUSE_MS, isTold ? "read" : "check");
}

form.addEventListener("input", later);
form.addEventListener("change", later);
form.addEventListener("submit", () => {
  clearTimeout(timer);
  running?.abort();
});
