/** A dialog inside one phone: the rest of that phone rests, the other phones go on. */

import { h, uniqueId } from "./dom.js";

function quiet(host, sheet) {
  const others = [...host.children].filter((child) => child !== sheet && !child.inert);
  others.forEach((child) => (child.inert = true));
  return () => others.forEach((child) => (child.inert = false));
}

function field({ label, ...properties }) {
  return h("label", {}, label, h("input", { autocomplete: "off", ...properties }));
}

function presetButton(preset, form) {
  const fill = () => {
    for (const [name, value] of Object.entries(preset.values)) form.elements[name].value = value;
  };
  return h("button", { type: "button", class: "chip", onclick: fill }, preset.label);
}

/** Resolves to the field values, or null when it was dismissed. An alert has no fields and no Cancel. */
export function openSheet(host, { title, text, fields = [], presets = [], confirm, cancellable = true }) {
  const before = document.activeElement;
  const mayFocus = before === document.body || before === null || host.contains(before);
  const titleId = uniqueId("sheet");
  const textId = uniqueId("sheet");
  const { promise, resolve } = deferred();

  const cancel = h("button", { type: "button", onclick: () => resolve(null) }, "Cancel");
  const ok = h("button", { type: "submit", class: "primary" }, confirm);
  const form = h("form", { class: "sheet-form" },
    title && h("h3", { id: titleId }, title),
    text && h("p", { id: textId }, text),
    fields.map(field));
  if (presets.length) form.append(h("div", { class: "chips" }, presets.map((preset) => presetButton(preset, form))));
  form.append(h("footer", {}, cancellable && cancel, ok));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    resolve(Object.fromEntries(new FormData(form)));
  });

  const role = cancellable ? "dialog" : "alertdialog";
  const sheet = h("div", { class: "sheet", role, "aria-labelledby": title ? titleId : textId,
    "aria-describedby": text && title ? textId : null }, form);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") resolve(null);
  });
  host.append(sheet);
  const wake = quiet(host, sheet);
  if (mayFocus) (form.querySelector("input") ?? ok).focus();

  return promise.then((values) => {
    const hadFocus = sheet.contains(document.activeElement);
    sheet.remove();
    wake();
    if (hadFocus && host.contains(before)) before.focus();
    return values;
  });
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
