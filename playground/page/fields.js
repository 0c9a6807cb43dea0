/** What a dialog asks: a line, a choice, yes or no, or several of a list. */

import { h } from "./dom.js";

function line({ label, ...properties }) {
  return h("label", {}, label, h("input", { autocomplete: "off", ...properties }));
}

function choice({ label, name, options, value }) {
  const select = h("select", { name }, options.map((option) => h("option", { value: option.value }, option.label)));
  if (value !== undefined) select.value = value;
  return h("label", {}, label, select);
}

function tick({ label, name, value, checked, hint }) {
  return h("label", { class: "tick" }, h("input", { type: "checkbox", name, value, checked: Boolean(checked) }),
    h("span", {}, label, hint && h("small", {}, hint)));
}

function ticks({ label, name, options }) {
  return h("fieldset", { class: "ticks" }, h("legend", {}, label), options.map((option) => tick({ ...option, name })));
}

const KINDS = { select: choice, checkbox: tick, checks: ticks };

export const field = (spec) => (KINDS[spec.type] ?? line)(spec);

/** By name: a text, for a checkbox whether it is on, for a list the values that are. */
export function valuesOf(form, fields) {
  const data = new FormData(form);
  const read = { checkbox: ({ name }) => data.has(name), checks: ({ name }) => data.getAll(name) };
  return Object.fromEntries(fields.map((spec) => [spec.name, (read[spec.type] ?? (() => data.get(spec.name)))(spec)]));
}
