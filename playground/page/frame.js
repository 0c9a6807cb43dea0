/** What every frame on the page has: the case of a phone with its top edge, and a place to scroll to. */

import { clock, h } from "./dom.js";

export function frame(id, labelledBy, look, ...content) {
  const bezel = h("div", { class: "bezel", "aria-hidden": "true" },
    h("span", { class: "phone-clock" }, clock.format(new Date())), h("span", { class: "pill" }),
    h("span", { class: "battery" }));
  const screen = h("div", { class: "screen" }, bezel, ...content);
  const element = h("article", { class: `phone ${look}`, id, "aria-labelledby": labelledBy }, screen);
  return { element, screen };
}

export function reveal(element, how) {
  element.scrollIntoView({ behavior: how, inline: "center", block: "nearest" });
}
