// Kept words: what was typed in a form whose session had ended stands in it again after signing in. Nothing is sent.

const PLACE = "kept";
const SEALED = "sealed";
const LASTS_MS = 60_000; // from one page to the next

function carry(element) {
  const kept = JSON.parse(element.dataset.kept);
  sessionStorage.setItem(PLACE, JSON.stringify({ ...kept, at: Date.now() }));
  location.replace(kept.page);
}

function taken() {
  const text = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  const kept = text ? JSON.parse(text) : null;
  return kept && Date.now() - kept.at < LASTS_MS ? kept : null;
}

const controlsOf = (form, name) =>
  [...form.elements].filter((one) => one.name === name && one.type !== "hidden" && one.tagName !== "BUTTON");

const isChoice = (control) => control.type === "radio" || control.type === "checkbox";

function formOf(kept) {
  const names = kept.fields.map(([name]) => name);
  return [...document.querySelectorAll("form")].find(
    (form) => form.getAttribute("action") === kept.action && names.some((name) => controlsOf(form, name).length),
  );
}

function fill(form, fields) {
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false; // only ticked ones are sent
  for (const name of new Set(fields.map(([one]) => one))) {
    const values = fields.filter(([one]) => one === name).map(([, value]) => value);
    for (const control of controlsOf(form, name)) {
      if (isChoice(control)) control.checked = values.includes(control.value);
      else if (values.length) control.value = values.shift();
      control.dispatchEvent(new Event(isChoice(control) ? "change" : "input", { bubbles: true }));
    }
  }
}

function notice(text, words) {
  const told = document.createElement("div");
  told.className = "notice";
  told.setAttribute("role", "alert");
  for (const [tag, line] of [["p", text], ...words.map((one) => ["blockquote", one])]) {
    const part = document.createElement(tag);
    part.textContent = line;
    told.append(part);
  }
  return told;
}

function restore(kept) {
  const form = formOf(kept);
  if (!form) {
    document.querySelector("main").prepend(notice(kept.gone, kept.words));
    return;
  }
  for (let one = form.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  fill(form, kept.fields);
  form.prepend(notice(kept.filled, []));
  const typed = kept.fields.flatMap(([name]) => controlsOf(form, name)).find((one) => kept.words.includes(one.value));
  (typed ?? form.querySelector("button"))?.focus();
}

// What somebody sent goes along while they sign in at their organisation: sealed, so that only the console can open it.
function leave(element) {
  sessionStorage.setItem(SEALED, element.dataset.sealed);
  location.replace(element.dataset.address);
}

function bringBack(form) {
  form.elements.kept.value = sessionStorage.getItem(SEALED) ?? "";
  sessionStorage.removeItem(SEALED);
  form.requestSubmit();
}

const carried = document.getElementById("kept");
const sealed = document.getElementById("sealed");
const back = document.getElementById("carried");
if (carried) carry(carried);
else if (sealed) leave(sealed);
else if (back) bringBack(back);
else {
  const kept = taken();
  if (kept) restore(kept);
}
