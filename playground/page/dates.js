/** Moments in words, by the letters of a date-time entity: r, or w, d or D, and t or T. */

const STEPS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function relative(at, lang, now) {
  const seconds = Math.round((at - now) / 1000);
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

export function inWords(at, format, lang, now = new Date()) {
  if (format === "r") return relative(at, lang, now);
  const wanted = { weekday: format.includes("w") ? "long" : undefined };
  if (/d/i.test(format)) Object.assign(wanted, { day: "numeric", month: format.includes("D") ? "long" : "short", year: format.includes("D") ? "numeric" : undefined });
  if (/t/i.test(format)) Object.assign(wanted, { hour: "2-digit", minute: "2-digit", second: format.includes("T") ? "2-digit" : undefined });
  return new Intl.DateTimeFormat(lang, wanted).format(at);
}
