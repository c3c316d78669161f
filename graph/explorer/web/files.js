// What can be taken away: tables as CSV, pictures as PNG and SVG, citations on the clipboard.
function download(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${name} was written to your downloads`);
}

// A cell of CSV (RFC 4180). A spreadsheet takes what begins with =, +, - or @ for a formula: it gets an apostrophe.
function cell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function saveCsv(name, rows) {
  download(name, new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
}

async function copy(words, what) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = make("textarea", { class: "away", "aria-hidden": "true" });
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say(`${what} copied`);
}

// How a lawyer cites an act: the body, the text, the day, the paragraph.
function citation(act) {
  const parts = [actorName(data.acts.issuer[act]), symbol(act)];
  if (date(act)) parts.push(day(date(act)));
  const name = label(act).replace(/^OP|^P(?=\d)/, "para. ").replace(/^PP/, "preambular para. ");
  parts.push(name);
  return `${parts.join(", ")}: “${clauseText(act)}”`;
}
