// One's own week stays readable without a network: a service worker keeps a copy of the page, and the bar says how old it is.
const bar = document.getElementById("synced");

function tell() {
  const offline = !navigator.onLine || bar.dataset.copy === "yes";
  bar.classList.toggle("offline", offline);
  bar.textContent = offline
    ? `No network. This is your copy, last synced ${bar.dataset.at}. Check in and out when you are back.`
    : `Last synced ${bar.dataset.at}.`;
  for (const button of document.querySelectorAll(".turn button")) {
    button.disabled = offline;
  }
}

// A telephone says that it is online before it is: only an answer shows that there is a network again.
async function comeBack() {
  if (navigator.onLine && await fetch(location.href, { method: "HEAD" }).then(answer => answer.ok, () => false)) {
    location.reload();
  } else {
    setTimeout(comeBack, 2000);
  }
}

addEventListener("online", tell);
addEventListener("offline", tell);
tell();
if (bar.dataset.copy === "yes") {
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
