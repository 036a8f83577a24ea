// The board without leaving the page: a visit opens in a dialog, a drag is a short way to the same form, and what changed takes the place of
// what was. Every answer comes from the server; without this module the same links and forms lead from page to page.
const table = document.querySelector("[data-board]");
const dialog = document.getElementById("visit-dialog");
const body = document.getElementById("visit-body");
const said = document.getElementById("board-said");
const headers = { "X-Board": "1", RequestVerificationToken: document.querySelector("meta[name=request-token]").content };
let origin = null;

const say = text => { said.textContent = text; };
const tools = () => document.getElementById("board-tools");
const chip = (row, visit) => table.querySelector(`[data-row="${CSS.escape(row ?? "")}"] [data-visit="${CSS.escape(visit)}"]`) ?? table.querySelector(`[data-visit="${CSS.escape(visit)}"]`);

function show(html) {
  body.innerHTML = html;
  if (!dialog.open) dialog.showModal();
  (body.querySelector("h1, h2") ?? dialog).scrollIntoView({ block: "nearest" });
  body.querySelector("button:not([disabled]), select")?.focus();
}

async function open(link) {
  origin = { row: link.closest("tr").dataset.row, visit: link.dataset.visit };
  const response = await fetch(link.href, { headers });
  response.ok ? show(await response.text()) : say("The visit could not be read. Load the page again.");
}

// Rows and panels that came back replace those with their ids; the focus follows the visit.
function swap(html, visit) {
  const changes = new DOMParser().parseFromString(html, "text/html");
  for (const part of changes.querySelectorAll("#board-facts, #board-tools, tr[id]")) {
    document.getElementById(part.id)?.replaceWith(part);
  }
  if (dialog.open) dialog.close();
  say(changes.querySelector("[data-said]").dataset.said);
  const moved = visit && chip(origin?.row, visit);
  moved?.classList.add("moved");
  (moved ?? table.closest("[tabindex]")).focus({ preventScroll: false });
}

async function send(form, submitter) {
  const fields = new FormData(form, submitter);
  const address = new URL(form.action);
  address.searchParams.set("side", table.dataset.side);
  const response = await fetch(address, { method: "POST", body: fields, headers });
  const html = await response.text();
  if (response.ok) swap(html, fields.get("visit") || origin?.visit);
  else if (response.status === 409) show(html);
  else say("The move was not made. Load the page again.");
}

function move(fields) {
  const form = document.createElement("form");
  form.action = `${table.dataset.board}?handler=Move`;
  const { draft = "", seen } = tools().dataset;
  for (const [name, value] of Object.entries({ ...fields, draft, seen })) {
    const input = document.createElement("input");
    [input.type, input.name, input.value] = ["hidden", name, value];
    form.append(input);
  }
  return send(form);
}

table.addEventListener("click", event => {
  const link = event.target.closest("[data-visit]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});

document.addEventListener("submit", event => {
  if (!event.target.matches("[data-move]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("click", event => {
  if (event.target.matches("[data-close]")) dialog.close();
  else if (event.target === dialog) dialog.close();
});

dialog.addEventListener("close", () => {
  body.replaceChildren();
  if (origin) chip(origin.row, origin.visit)?.focus();
});

document.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, select, textarea") || dialog.open) return;
  const key = event.key.toLowerCase() === "z" ? (event.shiftKey ? "redo" : "undo") : event.key.toLowerCase() === "y" ? "redo" : null;
  const button = key && tools().querySelector(`[data-key=${key}]`);
  if (button && !button.disabled) {
    event.preventDefault();
    button.click();
  }
});

// Arrow keys walk from visit to visit; Tab walks over all of them too.
table.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target.closest?.("[data-visit]");
  if (!step || !here) return;
  const all = [...table.querySelectorAll("[data-visit]")];
  const next = all[all.indexOf(here) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

// Drag, where rows are workers: dropping a visit on a row is the form that puts that worker on it.
if (table.dataset.side === "Workers") {
  let dragged = null;
  table.addEventListener("dragstart", event => {
    const link = event.target.closest("[data-visit]");
    if (!link) return;
    dragged = { visit: link.dataset.visit, row: link.closest("tr").dataset.row };
    event.dataTransfer.setData("text/plain", dragged.visit);
    event.dataTransfer.effectAllowed = "move";
  });
  table.addEventListener("dragover", event => {
    const row = dragged && event.target.closest("tbody tr");
    for (const over of table.querySelectorAll(".over-row")) if (over !== row) over.classList.remove("over-row");
    if (!row || row.dataset.row === dragged.row) return;
    event.preventDefault();
    row.classList.add("over-row");
  });
  table.addEventListener("dragend", () => {
    dragged = null;
    table.querySelector(".over-row")?.classList.remove("over-row");
  });
  table.addEventListener("drop", event => {
    const row = dragged && event.target.closest("tbody tr");
    if (!row) return;
    event.preventDefault();
    const from = dragged.row.startsWith("w:") ? dragged.row.slice(2) : "";
    origin = { row: row.dataset.row, visit: dragged.visit };
    const to = row.dataset.row.startsWith("w:") ? row.dataset.row.slice(2) : null;
    move(to ? { visit: dragged.visit, do: "put", worker: to, inPlaceOf: from } : { visit: dragged.visit, do: "off", inPlaceOf: from });
  });
}
