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
