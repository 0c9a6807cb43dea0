// The place of a new notice on a map: a press or a drag of the pin fills in the nearest postcode, the handle of the circle
// fills in the kilometres. A notice to a region has its postcodes in place of the circle. The fields beside it stay what
// counts, and work without this.

const box = document.getElementById("place-map");
const form = document.getElementById("compose");
const { place, reach } = form.elements;
const MOST_KM = 100;
const UNTOLD_KM = 3; // the circle that is shown while no reach is filled in
const KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };
let drawn;
let spot;
let asked = "";
let region = "";
let ground;

const answer = await fetch(box.dataset.map);
if (answer.ok) {
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  box.replaceChildren(...document.importNode(part.body, true).childNodes);
  start(box.querySelector(".map"));
  await import(box.dataset.script);
  follow();
}

function start(map) {
  const svg = map.querySelector("svg");
  const circle = svg.appendChild(document.createElementNS(svg.namespaceURI, "circle"));
  const pin = map.querySelector(".map-pin");
  const handle = map.querySelector(".map-handle");
  circle.classList.add("reach");
  const dots = svg.insertBefore(document.createElementNS(svg.namespaceURI, "path"), circle);
  dots.classList.add("ground");

  map.addEventListener("map-drawn", ({ detail }) => {
    drawn = detail;
    lay();
  });

  function lay() {
    const isThere = Boolean(spot && drawn);
    dots.setAttribute("d", ground?.path ?? "");
    pin.toggleAttribute("hidden", !isThere);
    for (const one of [handle, circle]) one.toggleAttribute("hidden", !isThere || Boolean(region));
    if (!isThere) return;
    const radius = km() * spot.km;
    circle.setAttribute("cx", spot.x);
    circle.setAttribute("cy", spot.y);
    circle.setAttribute("r", radius);
    put(pin, drawn.onScreen(spot));
    put(handle, drawn.onScreen({ x: spot.x + radius, y: spot.y }));
    handle.setAttribute("aria-valuenow", km());
    handle.setAttribute("aria-valuetext", `${km()} km`);
  }

  map.addEventListener("map-lay", lay);
  map.addEventListener("map-press", ({ detail }) => choose(detail));
  map.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== map) return;
    event.preventDefault();
    choose(drawn.middle);
  });
  handle.addEventListener("keydown", (event) => {
    const step = event.key === "Home" ? -MOST_KM : event.key === "End" ? MOST_KM : KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    widen(km() + step);
    told(reach);
  });
  drags(pin, (event) => put(pin, drawn.onScreen(drawn.spot(event))), (event) => choose(drawn.spot(event)));
  drags(
    handle,
    (event) => {
      const to = drawn.spot(event);
      widen(Math.round(Math.hypot(to.x - spot.x, to.y - spot.y) / spot.km));
    },
    () => told(reach),
  );

  function widen(wanted) {
    reach.value = Math.min(Math.max(wanted, 1), MOST_KM);
    lay();
  }
}

function drags(one, onMove, onEnd) {
  one.addEventListener("pointerdown", (event) => one.setPointerCapture(event.pointerId));
  one.addEventListener("pointermove", (event) => one.hasPointerCapture(event.pointerId) && onMove(event));
  one.addEventListener("pointerup", (event) => one.hasPointerCapture(event.pointerId) && onEnd(event));
}

function put(one, [left, top]) {
  one.style.left = `${left}px`;
  one.style.top = `${top}px`;
}

function km() {
  const told = Number.parseInt(reach.value, 10);
  return told >= 1 && told <= MOST_KM ? told : UNTOLD_KM;
}

function told(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function ask(query) {
  const found = await fetch(`${box.dataset.spot}?${new URLSearchParams(query)}`);
  return found.ok ? found.json() : null;
}

async function choose({ x, y }) {
  const found = await ask({ at: `${Math.max(0, Math.round(x))}.${Math.max(0, Math.round(y))}` });
  if (!found) return;
  place.value = asked = found.code;
  show(found);
  told(place);
}

// What stands in the field is what the map shows.
async function follow() {
  const code = place.value.trim();
  const told = document.getElementById("region")?.dataset.region ?? "";
  if (told !== region) {
    region = told;
    const found = told && (await fetch(`${box.dataset.ground}?${new URLSearchParams({ region: told })}`));
    if (told !== region) return;
    ground = found?.ok ? await found.json() : null;
    show(spot);
  }
  if (code !== asked) {
    asked = code;
    const found = code ? await ask({ code }) : null;
    if (code === asked) show(found);
  } else box.querySelector(".map").dispatchEvent(new Event("map-lay"));
}

function show(found) {
  spot = found;
  box.querySelector("[role=status]").textContent = found ? found.words : "";
  const circle = ground ?? (found && { x: found.x, y: found.y, radius: (region ? UNTOLD_KM : km()) * found.km });
  box.querySelector(".map").dispatchEvent(new CustomEvent("map-show", { detail: circle }));
}

place.addEventListener("change", follow);
reach.addEventListener("input", follow);
form.addEventListener("compose-filled", follow);
