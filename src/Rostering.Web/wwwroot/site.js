// An explanation opens over the page where scripts run; without them, or with a modified click, the link leads to its own page.
const panel = document.getElementById("panel");

document.addEventListener("htmx:after:swap", () => {
  if (panel && !panel.open && document.getElementById("panel-body").childElementCount > 0) {
    panel.showModal();
  }
});

panel?.addEventListener("click", event => {
  if (event.target === panel) {
    panel.close();
  }
});

panel?.addEventListener("close", () => document.getElementById("panel-body").replaceChildren());

// What scripts send carries the page's token, as its forms do.
document.addEventListener("htmx:config:request", event => {
  event.detail.ctx.request.headers["RequestVerificationToken"] = document.querySelector("meta[name=request-token]").content;
});

// A form that leads to a page puts the focus on its answer there: whoever works by keyboard goes on from it, and whoever listens hears it.
const answers = ["[aria-invalid=true]", "[role=alert]:not(:empty)", "[role=status]:not(:empty, [data-field], #synced)"];

window.addEventListener("submit", event => {
  if (!event.defaultPrevented) {
    sessionStorage.setItem("acted", "yes");
  }
});

if (sessionStorage.getItem("acted")) {
  sessionStorage.removeItem("acted");
  const main = document.getElementById("main");
  const answer = answers.map(kind => main.querySelector(kind)).find(found => found)
    ?? document.getElementById(location.hash.slice(1)) ?? main.querySelector("[autofocus]") ?? main;
  if (!answer.matches("input, select, textarea, button, a[href]")) {
    answer.tabIndex = -1;
  }
  answer.focus();
}
