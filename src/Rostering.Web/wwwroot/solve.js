// Shows how runs get on while they go on. The numbers and the line come from the server; without scripts the page loads itself again.
for (const run of document.querySelectorAll("[data-run]:not([data-run=''])")) {
  const events = new EventSource(run.dataset.run);
  const show = event => {
    const view = JSON.parse(event.data);
    for (const field of run.querySelectorAll("[data-field]")) {
      field.textContent = view[field.dataset.field];
    }
    run.querySelector("[data-line]").setAttribute("points", view.line);
  };
  events.addEventListener("step", show);
  events.addEventListener("over", event => {
    show(event);
    events.close();
    location.reload();
  });
}
