// Shows how runs get on while they go on. The numbers and the line come from the server; without scripts the page loads itself again.
const came = () => document.getElementById("came");
let watched = [];

function watch() {
  watched = [...came().querySelectorAll("[data-run]:not([data-run=''])")].map(run => {
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
      take();
    });
    return events;
  });
}

// What a run that is over leaves takes its place. What is being filled in above stays, and the focus stays on its button or comes to the runs.
async function take() {
  watched.forEach(events => events.close());
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("came");
  if (!fresh) {
    location.reload(); // Signed out meanwhile.
    return;
  }
  const held = came().contains(document.activeElement) ? document.activeElement.id : null;
  came().replaceWith(fresh);
  if (held !== null) {
    (document.getElementById(held) ?? came()).focus();
  }
  watch();
}

watch();
