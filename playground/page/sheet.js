/** A dialog inside one phone: the rest of that phone rests, the other phones go on. */

import { h, icon, uniqueId } from "./dom.js";
import { field, valuesOf } from "./fields.js";

function quiet(host, sheet) {
  const others = [...host.children].filter((child) => child !== sheet && !child.inert);
  others.forEach((child) => (child.inert = true));
  return () => others.forEach((child) => (child.inert = false));
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Any content over a phone, until it is closed; `closed` resolves to what it was closed with. */
export function openPanel(host, content, { role = "dialog", focus, ...named }) {
  const before = document.activeElement;
  const mayFocus = before === document.body || before === null || host.contains(before);
  const { promise, resolve } = deferred();
  const sheet = h("div", { class: "sheet", role, "aria-modal": "true", ...named }, content);
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    resolve(null);
  });
  host.append(sheet);
  const wake = quiet(host, sheet);
  if (mayFocus) focus?.focus();

  const closed = promise.then((values) => {
    const hadFocus = sheet.contains(document.activeElement);
    sheet.remove();
    wake();
    if (hadFocus && host.contains(before)) before.focus();
    return values;
  });
  return { closed, close: resolve };
}

function presetButton(preset, form) {
  const fill = () => {
    for (const [name, value] of Object.entries(preset.values)) form.elements[name].value = value;
  };
  return h("button", { type: "button", class: "chip", onclick: fill }, preset.label);
}

function actionButton(action, close) {
  return h("button", { type: "button", class: action.isGrave ? "grave" : "", onclick: () => close(action.value) },
    icon(action.icon), action.label);
}

/**
 * Resolves to the field values, to the chosen action's value, or to null when it was dismissed.
 * An alert has no fields and no Cancel; a list of actions has no confirming button.
 */
export function openSheet(host, { title, text, fields = [], presets = [], actions = [], confirm, cancellable = true }) {
  const titleId = uniqueId("sheet");
  const textId = uniqueId("sheet");
  const panel = {};
  const close = (value) => panel.close(value);
  const cancel = h("button", { type: "button", onclick: () => close(null) }, "Cancel");
  const ok = confirm && h("button", { type: "submit", class: "primary" }, confirm);
  const form = h("form", { class: "sheet-form" },
    title && h("h3", { id: titleId }, title),
    text && h("p", { id: textId }, text),
    fields.map(field));
  if (presets.length) form.append(h("div", { class: "chips" }, presets.map((preset) => presetButton(preset, form))));
  if (actions.length) form.append(h("div", { class: "sheet-actions" }, actions.map((action) => actionButton(action, close))));
  form.append(h("footer", {}, ...[cancellable && cancel, ok].filter(Boolean)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (ok) close(valuesOf(form, fields));
  });
  const focus = form.querySelector("input, select, .sheet-actions button") ?? ok;
  Object.assign(panel, openPanel(host, form, { role: cancellable ? "dialog" : "alertdialog", focus,
    "aria-labelledby": title ? titleId : textId, "aria-describedby": text && title ? textId : null }));
  return panel.closed;
}
