// One's own week stays readable without a network: a service worker keeps a copy of the page, and the bar says how old it is. What is said
// meanwhile waits on the telephone, with its time, and is sent when the network answers.
const bar = document.getElementById("synced");
const shelf = "attendance";

const all = () => JSON.parse(localStorage.getItem(shelf) ?? "[]");
const mine = () => all().filter(said => said.who === bar.dataset.who);
const keep = list => localStorage.setItem(shelf, JSON.stringify([...all().filter(said => said.who !== bar.dataset.who), ...list]));
const isOffline = () => !navigator.onLine || bar.dataset.copy === "yes";

function tell() {
  const waiting = mine().filter(said => !said.refused).length;
  bar.classList.toggle("offline", isOffline());
  bar.textContent = (isOffline() ? `No network. This is your copy, last synced ${bar.dataset.at}.` : `Last synced ${bar.dataset.at}.`)
    + (waiting > 0 ? ` ${waiting} waiting to be sent.` : "");
  document.querySelectorAll(".waiting").forEach(line => line.remove());
  mine().forEach(line);
}

// What waits stands at its visit, in words; the form goes on to what can be said next.
function line(said) {
  const turn = document.getElementById(`visit-${said.visit}`)?.querySelector(".what");
  if (!turn) return;
  const time = new Date(said.saidAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const words = document.createElement("p");
  words.className = "waiting";
  words.textContent = `↻ ${said.kind === "Came" ? "Checked in" : "Checked out"} ${time}, ${said.refused ? `not taken: ${said.refused}` : "waiting to be sent"}`;
  const form = turn.querySelector("form.deeds");
  turn.insertBefore(words, form);
  if (!form) return;
  if (said.refused) {
    field(form, "saidAt").value = said.saidAt;
  } else {
    form.dataset.kind = field(form, "kind").value = "Left";
    form.querySelector("button").textContent = "Check out";
    form.hidden = said.kind === "Left";
  }
}

function field(form, name) {
  const known = form.elements[name];
  if (known) return known;
  const added = Object.assign(document.createElement("input"), { type: "hidden", name });
  form.append(added);
  return added;
}

addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches(".turn form.deeds")) return;
  const said = mine().filter(other => !(other.refused && other.visit === form.elements.visit.value));
  if (!isOffline()) {
    keep(said); // Said anew, with its first time: the server answers on its own page.
    return;
  }
  event.preventDefault();
  keep([...said, {
    who: bar.dataset.who, address: form.action, visit: form.elements.visit.value, kind: form.dataset.kind,
    reason: form.elements.reason?.value ?? "", saidAt: new Date().toISOString(),
  }]);
  tell();
  const next = form.hidden ? bar : form.querySelector("button");
  next.tabIndex = next === bar ? -1 : 0;
  next.focus();
});

// Sends what waits in the order in which it was said. What the server does not take stays, with its words.
async function send() {
  let sent = 0;
  for (const said of mine().filter(said => !said.refused)) {
    const answer = await post(said);
    if (answer === null) break;
    keep(mine().flatMap(other => other.visit !== said.visit || other.kind !== said.kind ? [other] : answer === "" ? [] : [{ ...other, refused: answer }]));
    sent++;
  }
  return sent;
}

// "" where it is recorded, why not where it is refused, and null where it has to wait on.
async function post({ address, visit, kind, reason, saidAt }) {
  const fields = new URLSearchParams({ visit, kind, reason, saidAt });
  const headers = { RequestVerificationToken: document.querySelector("meta[name=request-token]").content };
  const answer = await fetch(address, { method: "POST", body: fields, headers }).catch(() => null);
  if (!answer || new URL(answer.url).pathname !== "/my/week" || answer.status >= 500) return null;
  if (answer.redirected) return "";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(".fault")?.textContent.replace("✕", "").trim() ?? `The server answered ${answer.status}. Ask your team leader to put it right.`;
}

// A telephone says that it is online before it is: only an answer shows that there is a network again.
async function comeBack() {
  const answers = navigator.onLine && await fetch(location.href, { method: "HEAD" }).then(answer => answer.ok, () => false);
  if (!answers) {
    setTimeout(comeBack, 2000);
  } else if (bar.dataset.copy === "yes" || await send() > 0) {
    location.reload(); // Only a page that is no copy carries a token that still holds.
  } else {
    tell();
  }
}

addEventListener("online", () => { tell(); comeBack(); });
addEventListener("offline", tell);
tell();
if (bar.dataset.copy === "yes" || mine().some(said => !said.refused)) {
  comeBack();
}

if (navigator.serviceWorker) {
  navigator.serviceWorker.addEventListener("message", () => bar.dataset.kept = "yes");
  navigator.serviceWorker.register("/my-worker.js", { scope: "/my/" });
  const { active } = await navigator.serviceWorker.ready;
  if (bar.dataset.copy === "no") {
    const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]"), ...document.scripts].map(part => part.href ?? part.src);
    active.postMessage({ page: location.href.split("#")[0], parts });
  }
}
