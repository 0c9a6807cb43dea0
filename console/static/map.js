// A map: drag, wheel, pinch, keys and buttons move it; the page has drawn it already, and its table says the same.
// A press on the map is told by the event "map-press" with its position in units, and each drawing by "map-drawn";
// the event "map-show" has it draw again, with a circle in view if one is given.

const DEEPEST = 14; // the zoom level of which a unit is a pixel
const TILE = 256;
const STEP = 60; // pixels that an arrow key moves
const STILL = 5; // pixels that a press may move and be no drag
const STEPS = { north: [0, -0.4], west: [-0.4, 0], east: [0.4, 0], south: [0, 0.4] };
const KEYS = { ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, 1] };
const SVG = "http://www.w3.org/2000/svg";

function open(map) {
  const svg = map.querySelector("svg.map-drawing");
  const { originX, originY, least, most, tiles } = svg.dataset;
  const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const whole = { x: left + width / 2, y: top + height / 2 };
  const fits = () => Math.max(width / map.clientWidth, height / map.clientHeight);
  const view = { ...whole, scale: fits() };
  const fingers = new Map();
  let moved = 0;

  function draw() {
    const size = [map.clientWidth * view.scale, map.clientHeight * view.scale];
    svg.setAttribute("viewBox", [view.x - size[0] / 2, view.y - size[1] / 2, ...size].join(" "));
    for (const one of svg.querySelectorAll("[data-at]")) {
      one.setAttribute("transform", `translate(${one.dataset.at}) scale(${view.scale})`);
    }
    if (tiles) lay(size);
    map.dispatchEvent(new CustomEvent("map-drawn", { detail: { spot, onScreen, middle: { x: view.x, y: view.y } } }));
  }

  // The position in pixels from the corner of the map.
  const onScreen = ({ x, y }) => [
    map.clientWidth / 2 + (x - view.x) / view.scale,
    map.clientHeight / 2 + (y - view.y) / view.scale,
  ];

  function show(circle) {
    const room = circle && { across: map.clientWidth * view.scale, down: map.clientHeight * view.scale };
    const fitsIn = (from, all, at) => Math.abs(at - from) + circle.radius < all / 2;
    if (circle && !(fitsIn(view.x, room.across, circle.x) && fitsIn(view.y, room.down, circle.y))) {
      view.x = circle.x;
      view.y = circle.y;
      view.scale = Math.max(2 ** (DEEPEST - most), (circle.radius * 2.6) / Math.min(map.clientWidth, map.clientHeight));
    }
    draw();
  }

  // The tiles that are in view; those that are there already stay.
  function lay(size) {
    const zoom = Math.round(DEEPEST - Math.log2(view.scale));
    const z = Math.min(Math.max(zoom, least), most);
    const unit = TILE * 2 ** (DEEPEST - z);
    const first = [view.x - size[0] / 2 + Number(originX), view.y - size[1] / 2 + Number(originY)];
    const layer = svg.querySelector(".tiles");
    const old = new Map([...layer.children].map((one) => [one.getAttribute("href"), one]));
    const shown = [];
    for (let x = Math.floor(first[0] / unit); x * unit < first[0] + size[0]; x++) {
      for (let y = Math.floor(first[1] / unit); y * unit < first[1] + size[1]; y++) {
        const href = `${tiles}/${z}/${x}/${y}`;
        shown.push(old.get(href) ?? tile(href, x * unit - originX, y * unit - originY, unit));
      }
    }
    layer.replaceChildren(...shown);
  }

  function tile(href, x, y, unit) {
    const made = document.createElementNS(SVG, "image");
    for (const [name, value] of Object.entries({ href, x, y, width: unit, height: unit })) made.setAttribute(name, value);
    return made;
  }

  function move(right, down) {
    view.x += right * view.scale;
    view.y += down * view.scale;
    draw();
  }

  // Zoom around a position of the screen, which stays where it is; without one around the middle.
  function zoom(factor, at) {
    const before = at && spot(at);
    const bounds = [2 ** (DEEPEST - most), Math.max(2 ** (DEEPEST - least), fits())];
    view.scale = Math.min(Math.max(view.scale * factor, bounds[0]), bounds[1]);
    if (before) {
      const after = spot(at);
      view.x += before.x - after.x;
      view.y += before.y - after.y;
    }
    draw();
  }

  function back() {
    Object.assign(view, whole, { scale: fits() });
    draw();
  }

  function spot({ clientX, clientY }) {
    const box = map.getBoundingClientRect();
    return {
      x: view.x + (clientX - box.left - box.width / 2) * view.scale,
      y: view.y + (clientY - box.top - box.height / 2) * view.scale,
    };
  }

  const apart = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  };

  map.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("[data-handle]")) return;
    if (!fingers.size) moved = 0;
    fingers.set(event.pointerId, event);
  });
  map.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    moved += Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY);
    if (moved > STILL && !map.hasPointerCapture(event.pointerId)) map.setPointerCapture(event.pointerId);
    const before = fingers.size === 2 ? apart() : 0;
    fingers.set(event.pointerId, event);
    if (before) zoom(before / apart(), event);
    else if (moved > STILL) move(last.clientX - event.clientX, last.clientY - event.clientY);
  });
  const lift = (event) => fingers.delete(event.pointerId);
  map.addEventListener("pointerup", lift);
  map.addEventListener("pointercancel", lift);
  map.addEventListener("lostpointercapture", lift);
  map.addEventListener("pointerleave", (event) => map.hasPointerCapture(event.pointerId) || lift(event));
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener(
    "click",
    (event) => {
      if (moved > STILL) event.preventDefault(); // the end of a drag is no press
      else if (!event.target.closest("a, [data-handle]")) map.dispatchEvent(new CustomEvent("map-press", { detail: spot(event) }));
      moved = 0;
    },
    true,
  );
  map.addEventListener("dblclick", (event) => zoom(0.5, event));
  // The page scrolls past the map, unless the map has the focus.
  map.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !map.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(2 ** (event.deltaY / 400), event);
    },
    { passive: false },
  );
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== map) return;
    if (event.key in KEYS) move(...KEYS[event.key].map((one) => one * STEP));
    else if (event.key === "+" || event.key === "=") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "0" || event.key === "Home") back();
    else return;
    event.preventDefault();
  });
  map.parentElement.addEventListener("click", (event) => {
    const to = event.target.closest("[data-move]")?.dataset.move;
    if (!to || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (to in STEPS) move(STEPS[to][0] * map.clientWidth, STEPS[to][1] * map.clientHeight);
    else if (to === "all") back();
    else zoom(to === "in" ? 0.5 : 2);
  });
  map.addEventListener("map-show", (event) => show(event.detail));
  new ResizeObserver(draw).observe(map);
  map.classList.add("is-live");
  draw();
}

document.querySelectorAll(".map").forEach(open);
