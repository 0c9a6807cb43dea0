/** Building elements: text only ever becomes text nodes, never markup. */

const SVG = "http://www.w3.org/2000/svg";

function setProperty(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) setProperty(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A picture from the sprite in index.html; with a label it speaks, without one it is decoration. */
export function icon(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  svg.setAttribute("aria-hidden", "true");
  if (!label) return svg;
  return h("span", { class: "sign", title: label }, svg, h("span", { class: "unseen" }, label));
}

export function iconButton(name, label, properties = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...properties }, icon(name));
}

export const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();

export const $ = (id) => document.getElementById(id);

let lastId = 0;
export const uniqueId = (prefix) => `${prefix}-${++lastId}`;

export const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

export const atSecond = (seconds) => new Date(seconds * 1000);

export function dayName(date, now = new Date()) {
  return date.toDateString() === now.toDateString() ? "Today" : dayFormat.format(date);
}

export function behaviour() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
