/** The panel that makes the network misbehave, and the plain list of what is active. */

import { post } from "./api.js";
import { $, h, uniqueId } from "./dom.js";

const KINDS = [
  { fault: "429", title: "Too many requests (429)", hint: "The call is refused with a time to wait." },
  { fault: "500", title: "Server error (500)", hint: "The call fails and has no effect." },
  { fault: "drop_before", title: "Connection dropped before", hint: "It closes before the call has an effect." },
  { fault: "drop_after", title: "Connection dropped after", hint: "The call has its effect, the answer is lost." },
  { fault: "refuse", title: "Connection refused", hint: "It is reset at once." },
];
const METHODS = ["sendMessage", "editMessageText", "deleteMessage", "answerCallbackQuery", "getUpdates"];
const LONGEST_LATENCY_MS = 5000;

/** A rule in words: "Server error (500), 30% of sendMessage, 3 times". */
function described(rule) {
  const kind = KINDS.find(({ fault }) => fault === rule.fault);
  const share = Math.round((rule.share ?? 1) * 100);
  const calls = rule.method ? `${rule.method} calls` : "calls";
  const parts = [kind?.title ?? `Error ${rule.fault}`, share === 100 ? `all ${calls}` : `${share}% of ${calls}`];
  if (rule.chat) parts.push(`chat ${rule.chat}`);
  if (rule.times) parts.push(rule.times === 1 ? "once more" : `${rule.times} more times`);
  return parts.join(", ");
}

function activeLines({ latency_ms: latency, rules }) {
  return [latency ? `Every call ${latency} ms later` : null, ...rules.map(described)].filter(Boolean);
}

class FaultRow {
  constructor(kind, onChange) {
    this.kind = kind;
    const hint = uniqueId("hint");
    this.isOn = h("input", { type: "checkbox", role: "switch", "aria-describedby": hint });
    this.share = h("input", { type: "number", min: "1", max: "100", value: "100", inputmode: "numeric" });
    this.times = h("input", { type: "number", min: "1", placeholder: "no limit", inputmode: "numeric" });
    this.method = h("input", { list: "fault-methods", placeholder: "any", autocomplete: "off" });
    this.details = h("div", { class: "fault-details" },
      h("label", {}, "Share (%)", this.share), h("label", {}, "Times", this.times), h("label", {}, "Method", this.method));
    this.element = h("fieldset", { class: "fault" }, h("legend", { class: "unseen" }, kind.title),
      h("label", { class: "switch" }, this.isOn, h("span", {}, kind.title)), h("p", { class: "hint", id: hint }, kind.hint),
      this.details);
    this.isOn.addEventListener("change", () => onChange(this));
    this.details.addEventListener("change", () => this.isOn.checked && onChange(this));
  }

  isAbout(rule) {
    return rule.fault === this.kind.fault && !rule.chat;
  }

  rule() {
    const share = Math.min(100, Math.max(1, this.share.valueAsNumber || 100)) / 100;
    const rule = { fault: this.kind.fault, share };
    if (this.times.valueAsNumber > 0) rule.times = Math.trunc(this.times.valueAsNumber);
    if (this.method.value.trim()) rule.method = this.method.value.trim();
    return rule;
  }

  show(rule) {
    this.isOn.checked = Boolean(rule);
    if (!rule || this.details.contains(document.activeElement)) return;
    this.share.value = Math.round((rule.share ?? 1) * 100);
    this.times.value = rule.times ?? "";
    this.method.value = rule.method ?? "";
  }
}

export class Faults {
  #now = { latency_ms: 0, rules: [] };

  constructor() {
    this.rows = KINDS.map((kind) => new FaultRow(kind, (row) => this.#change(row)));
    this.latency = h("input", { type: "range", min: "0", max: String(LONGEST_LATENCY_MS), step: "50", value: "0" });
    this.latencyShown = h("output", {});
    $("fault-fields").append(
      h("label", { class: "latency" }, h("span", {}, "Latency"), this.latencyShown, this.latency),
      ...this.rows.map((row) => row.element),
      h("datalist", { id: "fault-methods" }, METHODS.map((method) => h("option", { value: method }))));
    this.latency.addEventListener("input", () => this.#showLatency());
    this.latency.addEventListener("change", () => this.#post({ ...this.#now, latency_ms: this.latency.valueAsNumber }));
    for (const id of ["clear-faults", "clear-faults-panel"]) $(id).addEventListener("click", () => this.#clear());
    $("faults-form").addEventListener("submit", (event) => event.preventDefault());
  }

  show(faults) {
    this.#now = { latency_ms: faults.latency_ms ?? 0, rules: faults.rules ?? [] };
    if (document.activeElement !== this.latency) this.latency.value = this.#now.latency_ms;
    this.#showLatency();
    for (const row of this.rows) row.show(this.#now.rules.find((rule) => row.isAbout(rule)));
    this.#showActive(activeLines(this.#now));
  }

  #showLatency() {
    this.latencyShown.textContent = `${this.latency.value} ms`;
  }

  #showActive(lines) {
    const items = () => lines.map((line) => h("li", {}, line));
    $("active-faults-list").replaceChildren(...items());
    $("faults-now").replaceChildren(...(lines.length ? items() : [h("li", { class: "none" }, "Nothing: all calls go through.")]));
    $("active-faults").hidden = lines.length === 0;
    $("fault-count").hidden = lines.length === 0;
    $("fault-count").replaceChildren(String(lines.length), h("span", { class: "word" }, " on"));
    $("clear-faults-panel").disabled = lines.length === 0;
  }

  #change(row) {
    const others = this.#now.rules.filter((rule) => !row.isAbout(rule));
    this.#post({ ...this.#now, rules: row.isOn.checked ? [...others, row.rule()] : others });
  }

  #clear() {
    if ($("active-faults").contains(document.activeElement)) $("open-faults").focus();
    this.#post({});
  }

  async #post(faults) {
    this.show(await post("faults", faults));
  }
}
