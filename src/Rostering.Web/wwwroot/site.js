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
